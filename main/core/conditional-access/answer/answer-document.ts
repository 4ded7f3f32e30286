import { cellOf } from "../matrix/cell.ts";
import type { WhatIfComparison } from "../matrix/compare-what-if.ts";
import { headlineOf } from "../matrix/headline.ts";
import { RESOURCE_NAMES } from "../sign-in/well-known.ts";
import type { ConditionalAccessAnswer } from "./answer.ts";

/** How an answer is handed on. */
export type AnswerFormat = "markdown" | "json";

export type AnswerDocumentOptions = {
  readonly format: AnswerFormat;
  /**
   * Ids of the tenant and names of people become labels, the same label for the same id; names of policies stay, because the answer is
   * about them.
   */
  readonly isMasked: boolean;
  /** Microsoft's What If beside it; null where nobody asked. */
  readonly whatIf: readonly WhatIfComparison[] | null;
};

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/giu;
const UNRESOLVED = "They are compared as text. An export from a tenant carries ids.";
const NOBODY = "00000000-0000-0000-0000-000000000000";
/** Guests and other alphabets too: `kim_fabrikam.com#EXT#@contoso.onmicrosoft.com`. */
const USER_NAME =
  /[\p{L}\p{N}_][\p{L}\p{N}_.+'#!~$%&*^=?{|}-]{0,112}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;

/** The answer as a document for others. */
export function answerDocument(
  answer: ConditionalAccessAnswer,
  { format, isMasked, whatIf }: AnswerDocumentOptions,
): string {
  const value: Whole = whatIf === null ? answer : { ...answer, whatIf };
  const shown = isMasked ? masked(value) : value;
  return format === "json" ? `${JSON.stringify(shown, null, 2)}\n` : markdown(shown, shown.whatIf ?? []);
}

type Whole = ConditionalAccessAnswer & { readonly whatIf?: readonly WhatIfComparison[] };

/** The same answer with a label for each id of the tenant, each person, and each name that stands where an id belongs. */
function masked(answer: Whole): Whole {
  const labels = new Map<string, string>();
  const label = (found: string, kind: string): string => {
    const key = found.toLowerCase();
    if (RESOURCE_NAMES.has(key) || key === NOBODY) return found;
    const known = labels.get(key) ?? `${kind}-${labels.size + 1}`;
    labels.set(key, known);
    return known;
  };
  const named = (name: string): string => label(name, "name");
  const unnamed: Whole = {
    ...answer,
    signIns: answer.signIns.map((signIn) => ({
      ...signIn,
      policies: signIn.policies.map((policy) => ({ ...policy, unresolved: policy.unresolved.map(named) })),
    })),
    // It lists the names that stand where ids belong, people's among them.
    findings: answer.findings.map((finding) =>
      finding.rule === "unresolved-names" ? { ...finding, detail: UNRESOLVED } : finding,
    ),
  };
  return JSON.parse(
    JSON.stringify(unnamed)
      .replace(GUID, (found) => label(found, "id"))
      .replace(USER_NAME, (found) => label(found, "person")),
  );
}

const SIGN_INS = { "login-window": "Login window", "password-check": "Password check" } as const;

function markdown(answer: ConditionalAccessAnswer, whatIf: readonly WhatIfComparison[]): string {
  const { sentence } = headlineOf(answer);
  const lines = [
    "# Conditional Access and Jamf Connect's two sign-ins",
    "",
    plain(sentence),
    "",
    `Recipe: ${answer.recipe ?? "none of the known ones"}. Basic scopes: ${answer.baselineScopes}. Predicted, not measured.`,
    "",
    ...answer.signIns.flatMap(({ id, resourceName, resource, verdict }) => [
      `- **${SIGN_INS[id]}**, ${plain(resourceName)} (${plain(resource)}): ${plain(verdict.text)}`,
    ]),
    "",
    `| Policy | ${answer.signIns.map(({ id }) => SIGN_INS[id]).join(" | ")} |`,
    `|---|${answer.signIns.map(() => "---|").join("")}`,
    ...(answer.signIns[0]?.policies ?? []).map((policy, index) => {
      const cells = answer.signIns.map(({ policies }) => {
        const cell = policies[index];
        return cell === undefined ? "" : plain(cellOf(cell).word);
      });
      return `| ${plain(policy.displayName)} | ${cells.join(" | ")} |`;
    }),
    "",
    ...answer.findings.map(
      ({ severity, title, detail }) => `- ${severity}: **${plain(title)}** ${plain(detail)}`,
    ),
    ...whatIf.flatMap(comparisonLines),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function comparisonLines({ id, resource, agree, differences }: WhatIfComparison): readonly string[] {
  return [
    "",
    `## Microsoft's What If: ${SIGN_INS[id]}`,
    "",
    `About ${plain(resource)}: ${agree} the same, ${differences.length} different.`,
    "",
    ...differences.map(
      ({ displayName, ours, theirs, likelyReason }) =>
        `- **${plain(displayName)}**: here ${ours ?? "not loaded"}, there ${theirs === null ? "not named" : theirs ? "yes" : "no"}. ${plain(likelyReason)}`,
    ),
  ];
}

/** Text from outside is text: nothing of it is markup, a link or the end of a cell. */
function plain(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[\\`*_{}[\]<>|#]/gu, (sign) => `\\${sign}`);
}
