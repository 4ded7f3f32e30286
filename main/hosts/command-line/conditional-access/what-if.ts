import { listOfWhatIf } from "../../../app/graph/ask-what-if.ts";
import {
  type ConditionalAccessAnswer,
  compareWithWhatIf,
  type SignInAnswer,
  type WhatIfComparison,
} from "../../../core/conditional-access/index.ts";
import { maximumContextBytes } from "../../../core/conditional-access/limits.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import type { Terminal } from "../command.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

/**
 * Holds saved answers of Microsoft's What If against ours: one for each sign-in in the order of the answer, or one for both where both
 * ask for the same resource. Problems: those of the files, `wrong-call`.
 */
export async function compareWithFiles(
  paths: readonly string[],
  answer: ConditionalAccessAnswer,
  terminal: Terminal,
  usage: string,
): Promise<Result<readonly WhatIfComparison[]>> {
  const { signIns, baselineScopes } = answer;
  const resources = new Set(signIns.map(({ resource }) => resource));
  const isEnough = paths.length === signIns.length || (paths.length === 1 && resources.size === 1);
  if (!isEnough) return fail(needsAnother(signIns, usage));
  const lists: (readonly unknown[])[] = [];
  for (const path of paths) {
    const bytes = await terminal.readFile(path, maximumContextBytes);
    if (!(bytes instanceof Uint8Array)) return fail(bytes);
    const list = readList(new TextDecoder().decode(bytes));
    if (list === null) return fail(noAnswer(path));
    lists.push(list);
  }
  return succeed(
    signIns.map((signIn, index) => compareWithWhatIf(signIn, lists[index] ?? lists[0] ?? [], baselineScopes)),
  );
}

function readList(text: string): readonly unknown[] | null {
  try {
    const json: unknown = JSON.parse(text);
    return Array.isArray(json) ? json : listOfWhatIf(json);
  } catch {
    return null;
  }
}

const NAMES = { "login-window": "login window", "password-check": "password check" } as const;

/** The comparison for people to read on a terminal. */
export function whatIfText(compared: readonly WhatIfComparison[]): string {
  const lines = compared.flatMap(({ id, resource, agree, differences }) => [
    "",
    `Microsoft's What If, ${NAMES[id]} (${oneLine(resource)}): ${agree} the same, ${differences.length} different.`,
    ...differences.flatMap(({ displayName, ours, theirs, likelyReason }) => [
      `  ${oneLine(displayName)}: here ${ours ?? "not loaded"}, there ${theirs === null ? "not named" : theirs ? "yes" : "no"}.`,
      `    ${oneLine(likelyReason)}`,
    ]),
  ]);
  return `${lines.join("\n")}\n`;
}

function needsAnother(signIns: readonly SignInAnswer[], usage: string): Problem {
  const resources = signIns.map(({ id, resource }) => `${NAMES[id]} ${resource}`).join(", ");
  return wrongCall(`--what-if takes one answer for each sign-in: ${resources}.`, usage);
}

function noAnswer(path: string): Problem {
  return {
    code: "no-what-if",
    title: "This is no answer of Microsoft's What If.",
    detail: `${path}: it holds no list of policies.`,
    fix: "Save the answer of POST identity/conditionalAccess/evaluate as JSON.",
  };
}
