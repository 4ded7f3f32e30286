import type { Finding, RolloutView } from "../../../preload/contract.ts";
import { decisionSentence } from "../../features/rollout/rollout-text.ts";
import { count } from "../../text/count.ts";
import { countFindings } from "../../text/open-findings.ts";

type Verdict = { readonly decision: RolloutView["decision"]; readonly sentence: string };

/**
 * The one verdict of the page. Errors are counted from the findings that stand under it.
 *
 * @param domain the only one that is written: of an error elsewhere it is said that it is not in the file; null where all are
 * @param rollout null while the profile is being judged
 * @param lacksCertificate it is to be signed, and nothing was chosen to sign it with
 * @returns null while nothing is known
 */
export function exportVerdict(
  findings: readonly Finding[],
  domain: string | null,
  rollout: RolloutView | null,
  lacksCertificate = false,
): Verdict | null {
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length === 0)
    return rollout === null ? null : { decision: rollout.decision, sentence: decisionSentence(rollout) };
  const beside = (rollout?.reasons ?? []).filter(
    ({ weight, fix }) => weight === "against" && fix !== "read-findings",
  ).length;
  const parts = [
    errorsText(errors, domain),
    ...(beside === 0 ? [] : [`${beside} more ${beside === 1 ? "thing speaks" : "things speak"} against it`]),
    ...(lacksCertificate ? ["no certificate is chosen"] : []),
  ];
  const [last = "", ...others] = parts.toReversed();
  const sentence = others.length === 0 ? last : `${others.toReversed().join(", ")}, and ${last}`;
  return { decision: "no-go", sentence: `Not ready: ${sentence}.` };
}

/**
 * The findings that a press shows, and where they are: of those about the profile some may not be in the file.
 *
 * @param domain as for {@link exportVerdict}
 */
export function othersText(findings: readonly Finding[], domain: string | null): string {
  const all = countFindings(findings);
  if (domain === null) return `${all} in the profile`;
  const here = findings.length - countElsewhere(findings, domain);
  if (here === 0) return `${all} elsewhere in the profile`;
  return here === findings.length ? `${all} in this domain` : `${all}, ${here} in this domain`;
}

/** How many are about another domain than the one that is written. */
function countElsewhere(findings: readonly Finding[], domain: string | null): number {
  if (domain === null) return 0;
  return findings.filter(({ where }) => where.domain !== undefined && where.domain !== domain).length;
}

function errorsText(errors: readonly Finding[], domain: string | null): string {
  const all = count(errors.length, "error");
  const elsewhere = countElsewhere(errors, domain);
  if (elsewhere === 0) return domain === null ? all : `${all} in this domain`;
  if (elsewhere === errors.length)
    return `${all}, in ${elsewhere === 1 ? "another domain" : "other domains"}`;
  return `${all}, ${elsewhere} of them in ${elsewhere === 1 ? "another domain" : "other domains"}`;
}
