import type { ScriptFormat } from "../../../preload/contract.ts";
import { graphRestScript, type SetupPlan } from "../../core/setup/index.ts";

const endings: Readonly<Record<ScriptFormat, string>> = {
  "graph-powershell": "ps1",
  az: "sh",
  "graph-rest": "json",
  markdown: "md",
};

/** The script of a plan for the identity team, or its way back. */
export function scriptOf(plan: SetupPlan, format: ScriptFormat, isUndo: boolean): string {
  switch (format) {
    case "graph-rest":
      return `${JSON.stringify(graphRestScript(plan, isUndo), null, 2)}\n`;
    case "graph-powershell":
    case "az":
    case "markdown":
      return `${JSON.stringify(graphRestScript(plan, isUndo), null, 2)}\n`;
  }
}

/** `jamf-connect-two-apis.ps1`, `jamf-connect-two-apis-undo.ps1`. */
export function scriptName({ recipe }: SetupPlan, format: ScriptFormat, isUndo: boolean): string {
  return `jamf-connect-${recipe.name}${isUndo ? "-undo" : ""}.${endings[format]}`;
}
