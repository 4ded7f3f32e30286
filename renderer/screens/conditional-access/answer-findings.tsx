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

/** What there is to say about profile and policies together, opened on request: the matrix keeps its place. */
export function AnswerFindings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  if (findings.length === 0) return null;
  const counted = severities
    .map(({ severity, ...words }) => ({ ...words, amount: ofSeverity(findings, severity).length }))
    .filter(({ amount }) => amount > 0);
  return (
    <details className="ca-findings">
      <summary>
        Findings:{" "}
        {counted.map(({ noun, tone, amount }, index) => (
          <span key={noun} className={tone}>
            {index > 0 && ", "}
            {count(amount, noun)}
          </span>
        ))}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach it */}
      <section className="ca-list ca-finding-list" tabIndex={0} aria-label="Findings">
        {severities.flatMap(({ severity }) =>
          ofSeverity(findings, severity).map((finding) => (
            <FindingNote key={findingName(finding)} finding={finding} />
          )),
        )}
      </section>
    </details>
  );
}

function ofSeverity(findings: readonly Finding[], severity: Finding["severity"]): readonly Finding[] {
  return findings.filter((finding) => finding.severity === severity);
}
