import type { ReactNode } from "react";
import type { Finding } from "../../../preload/contract.ts";
import { FindingNote } from "../../components/finding-note.tsx";
import { count } from "../../text/count.ts";
import { findingName } from "../../text/finding-name.ts";

const severities = [
  { severity: "error", noun: "error", tone: "tone-err" },
  { severity: "warning", noun: "warning", tone: "tone-warn" },
  { severity: "info", noun: "note", tone: "tone-mute" },
] as const;

/**
 * What there is to say about profile and policies together. The worst of it that can be changed stands open;
 * the others open on request, so that the matrix keeps its place.
 */
export function AnswerFindings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const sorted = severities.flatMap(({ severity }) => ofSeverity(findings, severity));
  const first = sorted.find(({ severity, fix }) => severity !== "info" && fix !== undefined) ?? null;
  const others = sorted.filter((finding) => finding !== first);
  return (
    <>
      {first !== null && (
        <section className="ca-change" aria-label="What to change">
          <h3>What to change</h3>
          <FindingNote finding={first} />
        </section>
      )}
      {others.length > 0 && <Others findings={others} isMore={first !== null} />}
    </>
  );
}

type OthersProps = {
  readonly findings: readonly Finding[];
  /** True below the one that stands open. */
  readonly isMore: boolean;
};

function Others({ findings, isMore }: OthersProps): ReactNode {
  const counted = severities
    .map(({ severity, ...words }) => ({ ...words, amount: ofSeverity(findings, severity).length }))
    .filter(({ amount }) => amount > 0);
  return (
    <details className="ca-findings">
      <summary>
        {isMore ? "More findings: " : "Findings: "}
        {counted.map(({ noun, tone, amount }, index) => (
          <span key={noun} className={tone}>
            {index > 0 && ", "}
            {count(amount, noun)}
          </span>
        ))}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach it */}
      <section className="ca-list ca-finding-list" tabIndex={0} aria-label="Findings">
        {findings.map((finding) => (
          <FindingNote key={findingName(finding)} finding={finding} />
        ))}
      </section>
    </details>
  );
}

function ofSeverity(findings: readonly Finding[], severity: Finding["severity"]): readonly Finding[] {
  return findings.filter((finding) => finding.severity === severity);
}
