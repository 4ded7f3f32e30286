import { printedLines } from "../printed-ids.ts";
import { powershellText } from "../quote/powershell.ts";
import type { SetupPlan, SetupStep, UndoStep } from "../setup-plan.ts";
import { powershellFunctions, powershellMaking, powershellRemoving } from "./powershell-prelude.ts";
import { textValue, valueLiteral } from "./powershell-values.ts";
import { restsOnOther } from "./saved-parts.ts";
import { type ScriptLookUp, scriptLookUp } from "./script-look-up.ts";
import { oneSeenLine } from "./seen-line.ts";

/**
 * The plan as a script for Microsoft Graph PowerShell. It looks up before it makes or changes, says what it will do, asks, and stops
 * where a name is taken. Bodies are hashtables of verbatim strings.
 */
export function powershellScript(plan: SetupPlan): string {
  if (plan.steps.length === 0) return textOnly(plan);
  const titles = plan.steps.map(
    ({ title, byHand }, index) => `  ${index + 1}. ${title}${byHand === null ? "" : " (by hand)"}`,
  );
  return script(plan, powershellMaking, [
    ...[`This sets up the recipe “${plan.recipe.title}” in ${plan.request.tenant}:`, ...titles].map(tell),
    ...plan.cautions.flatMap((caution) => [tell(""), tell(caution)]),
    "Confirm-Setup",
    ...plan.steps.flatMap((step, index) => ["", ...stepLines(step, index + 1)]),
    "",
    ...["", "Done. Copy these lines into Latchkey, Set up, to fill the profile:", ""].map(tell),
    ...printedLines(plan).map((line) => `Write-Host ${textValue(line)}`),
  ]);
}

/** The way back: removes what carries the mark, and lists what has the same name and does not. */
export function powershellUndoScript(plan: SetupPlan): string {
  if (plan.undo.length === 0) return textOnly(plan);
  const head = `This takes the recipe “${plan.recipe.title}” back in ${plan.request.tenant}. Only what a set-up made is removed:`;
  return script(plan, powershellRemoving, [
    ...[head, ...plan.undo.map(({ title }, index) => `  ${index + 1}. ${title}`)].map(tell),
    "Confirm-Setup",
    ...plan.undo.flatMap((step, index) => ["", ...undoLines(step, index + 1)]),
    "",
    ...(plan.left.length === 0 ? [] : ["", "What stays:", ...plan.left.map((left) => `  ${left}`)].map(tell)),
  ]);
}

function script(plan: SetupPlan, own: string, lines: readonly string[]): string {
  const { request, recipe, permissions } = plan;
  const head = `Latchkey: the recipe “${recipe.title}” for ${request.tenant}. Read it before you run it.`;
  const scopes = permissions.map((permission) => powershellText(permission)).join(", ");
  return [
    `# ${oneSeenLine(head)}`,
    "# It was run against no real tenant. Install-Module Microsoft.Graph.Authentication brings what it needs.",
    "#Requires -Version 7.0",
    "#Requires -Modules Microsoft.Graph.Authentication",
    "Set-StrictMode -Version 3.0",
    "$ErrorActionPreference = 'Stop'",
    "$number = 0",
    "$title = ''",
    "$role = ''",
    "$made = $false",
    "",
    powershellFunctions,
    "",
    own,
    "",
    `Connect-MgGraph -TenantId ${powershellText(request.tenant)} -Scopes ${scopes} -NoWelcome`,
    ...lines,
    "",
  ].join("\n");
}

/** A recipe that no request makes: what a person does. */
function textOnly(plan: SetupPlan): string {
  const lines = ["There is nothing here that a script could do.", ...plan.recipe.steps, ...plan.cautions];
  return `${lines.map(tell).join("\n")}\n`;
}

function tell(text: string): string {
  return `Write-Host ${powershellText(oneSeenLine(text))}`;
}

function stepLines(step: SetupStep, number: number): readonly string[] {
  const head = `Start-Step ${number} ${shown(step.title)} ${shown(step.role)}`;
  if (step.byHand !== null) return [head, tell(`   By hand: ${step.byHand}`)];
  const { create, update } = step;
  const saved = Object.entries(step.saves).map(
    ([name, member]) => `$${name} = Read-Id $object ${powershellText(member)}`,
  );
  const made =
    create === null
      ? []
      : [
          "if ($isNew) {",
          `  $object = New-Wanted ${powershellText(create.method)} ${textValue(create.url)} ${valueLiteral(create.body ?? {}, 2)} ${restsOnOther(create) ? "$true" : "$false"}`,
          "}",
        ];
  const changed =
    update === null
      ? ["if (-not $isNew) { Write-Host '   There already.' }"]
      : [
          "if (-not $isNew) {",
          `  Set-Different $object ${powershellText(update.method)} ${textValue(update.url)} ${valueLiteral(update.body ?? {}, 2)}`,
          "}",
        ];
  return [
    head,
    `$object = ${find(scriptLookUp(step.lookUp), false)}`,
    "$isNew = $null -eq $object",
    ...made,
    ...saved,
    ...changed,
  ];
}

function undoLines(step: UndoStep, number: number): readonly string[] {
  const lookUp = scriptLookUp(step.lookUp);
  return [
    `Start-Step ${number} ${shown(step.title)} ${shown(step.role)}`,
    ...(lookUp.name === null ? [] : [`Write-Host '   Named' ${powershellText(lookUp.name)}`]),
    `$object = ${find(lookUp, true)}`,
    "if ($null -eq $object) {",
    "  Write-Host '   Nothing to remove.'",
    "} else {",
    ...Object.entries(step.saves).map(
      ([name, member]) => `  $${name} = Read-Id $object ${powershellText(member)}`,
    ),
    `  Remove-Own ${powershellText(step.remove.method)} ${textValue(step.remove.url)}`,
    "}",
  ];
}

function find({ url, mark }: ScriptLookUp, isUndo: boolean): string {
  const [member, text] = mark === null ? ["", ""] : [mark.member, mark.text];
  return `Find-Own ${textValue(url)} ${powershellText(member)} ${powershellText(text)} ${isUndo ? "$true" : "$false"}`;
}

/** A text from outside on one line. */
function shown(text: string): string {
  return powershellText(oneSeenLine(text));
}
