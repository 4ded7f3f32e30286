import {
  type ConditionalAccessAnswer,
  cellOf,
  lowerFirst,
  type PolicyAnswer,
  type SignInAnswer,
  type Tri,
} from "../../../core/conditional-access/index.ts";
import type { Finding } from "../../../core/finding.ts";
import { oneLine } from "../text.ts";

const NAMES = { "login-window": "Login window", "password-check": "Password check" } as const;

/** The answer for people to read on a terminal. */
export function answerText(answer: ConditionalAccessAnswer): string {
  const { signIns } = answer;
  const policies = signIns[0]?.policies.length ?? 0;
  const lines = [
    `Predicted from ${policies} ${policies === 1 ? "policy" : "policies"}; basic scopes: ${answer.baselineScopes}; recipe: ${answer.recipe ?? "none of the known ones"}.`,
    ...signIns.flatMap(signInLines),
    "",
    ...matrix(signIns),
    ...(answer.cost === null ? [] : ["", oneLine(answer.cost.sentence)]),
    ...answer.findings.flatMap(findingLines),
  ];
  return `${lines.join("\n")}\n`;
}

function signInLines(signIn: SignInAnswer): readonly string[] {
  const { verdict } = signIn;
  const other = signIn.otherSettings
    .filter((each) => each.differs)
    .map(
      (each) =>
        `  With "${each.baselineScopes}" instead: MFA ${each.verdict.mfa}, blocked ${each.verdict.blocked}.`,
    );
  return [
    "",
    `${NAMES[signIn.id]}: asks for ${oneLine(signIn.scopes.join(" "))}`,
    `  Resource: ${oneLine(signIn.resourceName)} (${oneLine(signIn.resource)})`,
    `  MFA ${verdict.mfa}, blocked ${verdict.blocked}, managed device ${verdict.deviceRequired}${signIn.id === "login-window" ? `, lock-out ${verdict.lockout}` : ""}`,
    `  ${oneLine(verdict.text)}`,
    ...other,
  ];
}

/** Policies × sign-ins: those that apply first, then those that depend, then the rest. */
function matrix(signIns: readonly SignInAnswer[]): readonly string[] {
  const rows = (signIns[0]?.policies ?? []).map((policy, index) => ({
    policy,
    cells: signIns.map((signIn) => signIn.policies[index]).filter((each) => each !== undefined),
  }));
  const ranked = rows.toSorted((a, b) => rank(a.cells) - rank(b.cells));
  const head = ["Policy".padEnd(48), ...signIns.map((signIn) => NAMES[signIn.id].padEnd(30))]
    .join(" ")
    .trimEnd();
  return [
    head,
    ...ranked.map(({ policy, cells }) => {
      const name = clip(oneLine(policy.displayName), 48);
      return [
        name.padEnd(48),
        ...cells.map((cell) => clip(oneLine(lowerFirst(cellOf(cell).word)), 30).padEnd(30)),
      ]
        .join(" ")
        .trimEnd();
    }),
  ];
}

function rank(cells: readonly PolicyAnswer[]): number {
  const order: Record<Tri, number> = { yes: 0, depends: 1, no: 2 };
  return Math.min(...cells.map((cell) => order[cell.applies]));
}

function findingLines(finding: Finding): readonly string[] {
  const inferred = finding.certainty === "inferred" ? " (inferred)" : "";
  const steps = finding.fix === undefined || !("steps" in finding.fix) ? [] : finding.fix.steps;
  return [
    "",
    `${finding.severity.toUpperCase()}${inferred}: ${oneLine(finding.title)}`,
    `  ${oneLine(finding.detail)}`,
    ...steps.map((step) => `  - ${oneLine(step)}`),
  ];
}

function clip(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}
