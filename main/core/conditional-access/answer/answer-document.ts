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
const USER_NAME = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu;

/** The answer as a document for others. */
export function answerDocument(
  answer: ConditionalAccessAnswer,
  { format, isMasked, whatIf }: AnswerDocumentOptions,
): string {
  const value = whatIf === null ? answer : { ...answer, whatIf };
  const text = format === "json" ? `${JSON.stringify(value, null, 2)}\n` : markdown(answer, whatIf ?? []);
  return isMasked ? masked(text) : text;
}

function masked(text: string): string {
  const labels = new Map<string, string>();
  const label = (found: string, kind: string): string => {
    const key = found.toLowerCase();
    if (RESOURCE_NAMES.has(key) || /^0{8}-/u.test(key)) return found;
    const known = labels.get(key) ?? `${kind}-${labels.size + 1}`;
    labels.set(key, known);
    return known;
  };
  return text
    .replace(GUID, (found) => label(found, "id"))
    .replace(USER_NAME, (found) => label(found, "person"));
}

const SIGN_INS = { "login-window": "Login window", "password-check": "Password check" } as const;

function markdown(answer: ConditionalAccessAnswer, whatIf: readonly WhatIfComparison[]): string {
  const { sentence } = headlineOf(answer);
  const lines = [
    "# Conditional Access and Jamf Connect's two sign-ins",
    "",
    sentence,
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
