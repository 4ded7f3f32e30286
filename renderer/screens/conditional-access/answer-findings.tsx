import type { ReactNode } from "react";
import type { Finding } from "../../../preload/contract.ts";
import { FindingNote } from "../../components/finding-note.tsx";
import { PickPolicies } from "../../components/load-policies.tsx";
import { count } from "../../text/count.ts";
import { findingName } from "../../text/finding-name.ts";

const severities = [
  { severity: "error", noun: "error", tone: "tone-err" },
  { severity: "warning", noun: "warning", tone: "tone-warn" },
  { severity: "info", noun: "note", tone: "tone-mute" },
] as const;

/** More would keep the matrix out of sight. */
const mostErrors = 2;

type AnswerFindingsProps = { readonly findings: readonly Finding[] };

/**
 * What there is to say about profile and policies together. Errors and the worst that can be changed stand open, with what to do;
 * the others open on request, so that the matrix keeps its place.
 */
export function AnswerFindings({ findings }: AnswerFindingsProps): ReactNode {
  const { open } = parted(findings);
  if (open.length === 0) return null;
  // The page has no other main action.
  const main = open.find(({ rule, fix }) => rule === refused || fix !== undefined);
  return (
    <section className="ca-change" aria-label="What to do">
      <h3>What to do</h3>
      {open.map((finding) => (
        <FindingNote
          key={findingName(finding)}
          finding={finding}
          isMainWay={finding === main}
          action={<Again finding={finding} isMainWay={finding === main} />}
        />
      ))}
    </section>
  );
}

/** The others, folded. */
export function MoreFindings({ findings }: AnswerFindingsProps): ReactNode {
  const { open, others } = parted(findings);
  return others.length === 0 ? null : <Others findings={others} isMore={open.length > 0} />;
}

const refused = "policy-file-refused";

type AgainProps = { readonly finding: Finding; readonly isMainWay: boolean };

/** The way for a file that could not be read. */
function Again({ finding, isMainWay }: AgainProps): ReactNode {
  if (finding.rule !== refused) return null;
  return <PickPolicies label="Load it again…" adds look={isMainWay ? ["small", "primary"] : ["small"]} />;
}

function parted(findings: readonly Finding[]) {
  const sorted = severities.flatMap(({ severity }) => ofSeverity(findings, severity));
  const errors = ofSeverity(findings, "error").slice(0, mostErrors);
  const change = sorted.find(({ severity, fix }) => severity !== "info" && fix !== undefined);
  const open = sorted.filter((finding) => errors.includes(finding) || finding === change);
  const others = sorted.filter((finding) => !open.includes(finding));
  return { open, others };
}

type OthersProps = {
  readonly findings: readonly Finding[];
  /** True below those that stand open. */
  readonly isMore: boolean;
};

function Others({ findings, isMore }: OthersProps): ReactNode {
  const counted = severities
    .map(({ severity, ...words }) => ({ ...words, amount: ofSeverity(findings, severity).length }))
    .filter(({ amount }) => amount > 0);
  return (
    <details className="ca-findings">
      <summary>
        {counted.map(({ noun, tone, amount }, index) => (
          <span key={noun} className={tone}>
            {index > 0 && ", "}
            {count(amount, isMore && index === 0 ? `more ${noun}` : noun)}
          </span>
        ))}
      </summary>
      <section className="ca-list ca-finding-list" aria-label="Findings">
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
