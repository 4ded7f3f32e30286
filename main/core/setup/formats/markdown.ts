import { escapeMarkdown, fenced } from "../../text/markdown.ts";
import { withoutUnseen } from "../../text/unseen.ts";
import { printedLines } from "../printed-ids.ts";
import type { GraphRequest, SetupPlan, SetupStep, UndoStep } from "../setup-plan.ts";
import { placeOf } from "./admin-center.ts";
import { oneSeenLine } from "./seen-line.ts";

/** The plan as a page for people who click: who does what, where, the request that does the same, what it costs, and the way back. */
export function markdownPage(plan: SetupPlan): string {
  const { recipe, request, steps, cautions } = plan;
  return page([
    `# Set up: ${text(recipe.title)}`,
    `Tenant: ${text(request.tenant)}`,
    text(recipe.summary),
    ...section("What it costs and hands out", [recipe.cost, ...cautions]),
    ...(steps.length === 0
      ? section("What to do", recipe.steps)
      : [
          "## Steps",
          "Each shows the request to Microsoft Graph that does the same. What stands in braces, such as `{clientAppId}`, is an id that an earlier step brought.",
          "What is made by clicking carries no tag, because the admin center has no field for it. The undo script lists such an app and leaves it, so take it out by hand.",
          ...steps.flatMap((step, index) => stepParts(step, index + 1)),
          ...section("Permissions that a script for this needs", plan.permissions),
        ]),
    ...profilePart(plan),
    ...(plan.undo.length === 0
      ? []
      : [
          "## The way back",
          ...plan.undo.map((step, index) => `${index + 1}. ${text(step.title)} (${text(step.role)})`),
        ]),
    ...section("What stays after the way back", plan.left),
  ]);
}

/** The way back as a page. */
export function markdownUndoPage(plan: SetupPlan): string {
  return page([
    `# Take back: ${text(plan.recipe.title)}`,
    `Tenant: ${text(plan.request.tenant)}`,
    plan.undo.length === 0
      ? "Nothing was made, so there is nothing to remove."
      : "Remove only what carries the mark of the set-up: the tag `latchkey-setup`, or a description that says so.",
    ...plan.undo.flatMap((step, index) => undoParts(step, index + 1)),
    ...section("What stays", plan.left),
  ]);
}

function page(parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.map((item) => `- ${text(item)}`).join("\n")];
}

function stepParts(step: SetupStep, number: number): readonly string[] {
  const { create, update, byHand } = step;
  return [
    `### ${number}. ${text(step.title)}`,
    [who(step.role, placeOf(step)), ...nameLine(create)].join("\n"),
    ...(byHand === null ? [] : [`By hand: ${text(byHand)}`]),
    "Is it there?",
    requestBlock(step.lookUp),
    ...(create === null ? [] : ["If it is not, make it:", requestBlock(create)]),
    ...(update === null ? [] : ["If it is there and differs, change only this:", requestBlock(update)]),
  ];
}

function undoParts(step: UndoStep, number: number): readonly string[] {
  const place = placeOf({ lookUp: step.lookUp, create: null, update: null, press: null });
  return [
    `## ${number}. ${text(step.title)}`,
    who(step.role, place),
    "Is it there?",
    requestBlock(step.lookUp),
    requestBlock(step.remove),
  ];
}

function who(role: string, { menu, link }: ReturnType<typeof placeOf>): string {
  return `- Who: ${text(role)}, at least\n- Where: ${text(menu)}${link === null ? "" : ` (<${link}>)`}`;
}

/** The name that a person types. */
function nameLine(create: GraphRequest | null): readonly string[] {
  const name = create?.body?.["displayName"];
  return typeof name === "string" ? [`- Name: ${text(name)}`] : [];
}

function requestBlock({ method, url, body }: GraphRequest): string {
  const head = `${method} https://graph.microsoft.com${url}`;
  return fenced(
    body === undefined ? head : `${head}\n\n${withoutUnseen(JSON.stringify(body, null, 2))}`,
    "http",
  );
}

function profilePart(plan: SetupPlan): readonly string[] {
  const lines = printedLines(plan);
  if (lines.length === 0) return [];
  return [
    "## Into the profile",
    "With the ids in place of the braces, paste these lines into Latchkey, Set up:",
    fenced(lines.join("\n"), "text"),
  ];
}

/** A text from outside inside a line. */
function text(value: string): string {
  return escapeMarkdown(oneSeenLine(value));
}
