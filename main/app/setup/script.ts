import type { ScriptFormat } from "../../../preload/contract.ts";
import type { SetupPlan } from "../../core/setup/index.ts";

const endings: Readonly<Record<ScriptFormat, string>> = {
  "graph-powershell": "ps1",
  az: "sh",
  "graph-rest": "json",
  markdown: "md",
};

/** `jamf-connect-two-apis.ps1`, `jamf-connect-two-apis-undo.ps1`. */
export function scriptName({ recipe }: SetupPlan, format: ScriptFormat, isUndo: boolean): string {
  return `jamf-connect-${recipe.name}${isUndo ? "-undo" : ""}.${endings[format]}`;
}
