import { fail, type Result, succeed } from "../../problem.ts";
import { withoutUnseen } from "../../text/unseen.ts";
import { graphRestScript } from "../graph-rest.ts";
import type { SetupPlan } from "../setup-plan.ts";
import { azScript, azUndoScript } from "./az.ts";
import { powershellScript, powershellUndoScript } from "./graph-powershell.ts";
import { markdownPage, markdownUndoPage } from "./markdown.ts";

/** The forms that a set-up can be printed in. */
export const setupFormats = ["graph-powershell", "az", "graph-rest", "markdown"] as const;

export type SetupFormat = (typeof setupFormats)[number];

/**
 * The set-up, or its way back, as text. Problem: `text-not-writable`, where a text of the plan holds a NUL or half a character: neither
 * fits into an argument or a file.
 */
export function setupScript(plan: SetupPlan, format: SetupFormat, undo: boolean): Result<string> {
  const unwritable = textsOf(plan).find((text) => /\0|\p{Surrogate}/u.test(text));
  if (unwritable !== undefined)
    return fail({
      code: "text-not-writable",
      title: "A name holds a character that no script can hold.",
      detail: JSON.stringify(unwritable.slice(0, 80)),
      fix: "Take it out of the name.",
    });
  return succeed(written(plan, format, undo));
}

function written(plan: SetupPlan, format: SetupFormat, undo: boolean): string {
  switch (format) {
    case "graph-powershell":
      return undo ? powershellUndoScript(plan) : powershellScript(plan);
    case "az":
      return undo ? azUndoScript(plan) : azScript(plan);
    case "graph-rest":
      return `${withoutUnseen(JSON.stringify(graphRestScript(plan, undo), null, 2))}\n`;
    case "markdown":
      return undo ? markdownUndoPage(plan) : markdownPage(plan);
  }
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...textsOf(member)]);
}
