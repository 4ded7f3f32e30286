import { printedLines } from "../printed-ids.ts";
import type { GraphRequest, SetupPlan, SetupStep, UndoStep } from "../setup-plan.ts";
import { azFunctions, azMaking, azRemoving } from "./az-prelude.ts";
import { foundQuery, madeQuery, requestWords, said, word } from "./az-words.ts";
import { literal } from "./jmespath.ts";
import { restsOnOther } from "./saved-parts.ts";
import { scriptLookUp } from "./script-look-up.ts";
import { oneSeenLine } from "./seen-line.ts";

/**
 * The plan as a bash script that calls Azure CLI (`az rest`) for everything. It looks up before it makes or changes, says what it will do,
 * asks, and stops where a name is taken.
 */
export function azScript(plan: SetupPlan): string {
  if (plan.steps.length === 0) return textOnly(plan);
  return script(plan, azMaking, [
    `say ${said(`This sets up the recipe “${plan.recipe.title}” in ${plan.request.tenant}:`)}`,
    ...plan.steps.map(
      (step, index) =>
        `say ${said(`  ${index + 1}. ${step.title}${step.byHand === null ? "" : " (by hand)"}`)}`,
    ),
    ...plan.cautions.map((caution) => `say '' ${said(caution)}`),
    "agree",
    ...plan.steps.flatMap((step, index) => ["", ...stepLines(step, index + 1)]),
    "",
    "say '' 'Done. Copy these lines into Latchkey, Set up, to fill the profile:' ''",
    ...printedLines(plan).map((line) => `say ${word(line)}`),
  ]);
}

/** The way back: removes what carries the mark, and lists what has the same name and does not. */
export function azUndoScript(plan: SetupPlan): string {
  if (plan.undo.length === 0) return textOnly(plan);
  return script(plan, azRemoving, [
    `say ${said(`This takes the recipe “${plan.recipe.title}” back in ${plan.request.tenant}. Only what a set-up made is removed:`)}`,
    ...plan.undo.map((step, index) => `say ${said(`  ${index + 1}. ${step.title}`)}`),
    "agree",
    ...plan.undo.flatMap((step, index) => ["", ...undoLines(step, index + 1)]),
    "",
    ...(plan.left.length === 0 ? [] : ["say '' 'What stays:'"]),
    ...plan.left.map((left) => `say ${said(`  ${left}`)}`),
  ]);
}

function script(plan: SetupPlan, own: string, lines: readonly string[]): string {
  return [
    ...head(plan),
    "set -euo pipefail",
    "number=0 title='before the first step' role='' made=no line=''",
    "",
    azFunctions,
    "",
    own,
    "",
    `right_tenant ${word(plan.request.tenant)}`,
    ...lines,
    "",
  ].join("\n");
}

function head(plan: SetupPlan): readonly string[] {
  const notes = [
    `Latchkey: the recipe “${plan.recipe.title}” for ${plan.request.tenant}. Read it before you run it.`,
    `Sign in first: az login --allow-no-subscriptions --tenant ${plan.request.tenant}`,
    ...(plan.permissions.length === 0
      ? []
      : [`Microsoft Graph permissions: ${plan.permissions.join(", ")}.`]),
    "The token of Azure CLI often lacks those that begin with Policy and CustomSecAttribute (403; uncertain). Use --format graph-powershell for these.",
  ];
  return ["#!/usr/bin/env bash", ...notes.map((note) => `# ${oneSeenLine(note)}`)];
}

/** A recipe that no request makes: what a person does. */
function textOnly(plan: SetupPlan): string {
  const lines = ["There is nothing here that a script could do.", ...plan.recipe.steps, ...plan.cautions];
  return [
    "#!/usr/bin/env bash",
    "set -euo pipefail",
    ...lines.map((line) => `printf '%s\\n' ${said(line)}`),
    "",
  ].join("\n");
}

function stepLines(step: SetupStep, number: number): readonly string[] {
  const head = `step ${number} ${said(step.title)} ${said(step.role)}`;
  if (step.byHand !== null) return [head, `say ${said(`   By hand: ${step.byHand}`)}`];
  const lookUp = scriptLookUp(step.lookUp);
  const [names, members] = [Object.keys(step.saves), Object.values(step.saves)];
  const look: GraphRequest = { method: "GET", url: lookUp.url };
  const saved = names.map((name) => ` ${name}`).join("");
  const { create, update } = step;
  const checked = names.length === 0 ? [] : [`ids${names.map((name) => ` "$${name}"`).join("")}`];
  const branches = [
    ...(create === null
      ? []
      : [{ test: "$own == 0", lines: [...makeLines(create, names, members), ...checked] }]),
    ...(update === null
      ? []
      : [{ test: "$same == false", lines: [...checked, `change ${requestWords(update, literal("-"))}`] }]),
  ];
  const rest = [...checked, "say '   There already.'"];
  return [
    head,
    `look ${requestWords(look, foundQuery(lookUp, update?.body ?? null, members))}`,
    `read -r own same${saved}${lookUp.mark === null ? "" : " others"} <<<"$line"`,
    ...(lookUp.name === null ? [] : [`alone "$own" "$others" ${said(lookUp.name)}`]),
    ...branches.flatMap(({ test, lines }, index) => [
      `${index === 0 ? "if" : "elif"} [[ ${test} ]]; then`,
      ...lines.map((line) => `  ${line}`),
    ]),
    ...(branches.length === 0 ? rest : ["else", ...rest.map((line) => `  ${line}`), "fi"]),
  ];
}

function makeLines(
  create: GraphRequest,
  names: readonly string[],
  members: readonly string[],
): readonly string[] {
  return [
    `${restsOnOther(create) ? "make_soon" : "make"} ${requestWords(create, madeQuery(members))}`,
    ...(names.length === 0 ? [] : [`read -r ${names.join(" ")} <<<"$line"`]),
  ];
}

function undoLines(step: UndoStep, number: number): readonly string[] {
  const lookUp = scriptLookUp(step.lookUp);
  const [names, members] = [Object.keys(step.saves), Object.values(step.saves)];
  const name = said(lookUp.name ?? step.title);
  return [
    `step ${number} ${said(step.title)} ${said(step.role)}`,
    `look ${requestWords({ method: "GET", url: lookUp.url }, foundQuery(lookUp, null, members))}`,
    `read -r own same${names.map((each) => ` ${each}`).join("")} others <<<"$line"`,
    `if [[ $own -gt 1 ]]; then alone "$own" "$others" ${name}; fi`,
    `if [[ $others != - ]]; then say '   Left alone, because no set-up made it:' "   $others"; fi`,
    "if [[ $own == 1 ]]; then",
    `  ids${names.map((each) => ` "$${each}"`).join("")}`,
    `  remove ${requestWords(step.remove, literal("-"))}`,
    "else",
    "  say '   Nothing to remove.'",
    "fi",
  ];
}
