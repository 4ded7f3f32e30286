import {
  readSetupRequest,
  type SetupFormat,
  type SetupPlan,
  setUp,
  setupFormats,
  setupScript,
} from "../../../core/setup/index.ts";
import type { CommandCall, RunCommand, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { list, text } from "../test-run/options.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

/** `setup`: prints a recipe, or its way back, as something that the identity team reads and runs. It contacts nothing. */
export const run: RunCommand = async (call, terminal) => {
  const usage = usageOf("setup");
  const [extra] = call.positionals;
  if (extra !== undefined)
    return wrongCall(`setup takes no argument such as ${JSON.stringify(extra.slice(0, 60))}.`, usage);
  const format = setupFormats.find((each) => each === text(call, "format"));
  if (format === undefined) return wrongCall(`--format takes ${setupFormats.join(", ")}.`, usage);
  const request = readSetupRequest({
    tenant: text(call, "tenant") ?? "",
    recipe: text(call, "recipe") ?? "",
    additions: list(call, "with"),
    name: text(call, "name"),
    breakGlass: text(call, "break-glass"),
    policies: [],
  });
  if (!request.ok) return request.problem;
  const plan = setUp(request.value);
  if (!plan.ok) return plan.problem;
  const undo = call.options["undo"] === true;
  const script = setupScript(plan.value, format, undo);
  if (!script.ok) return script.problem;
  terminal.stdout(call.json ? asJson(plan.value, format, undo, script.value) : script.value);
  note(plan.value, undo, call, terminal);
  return 0;
};

/** `graph-rest` is JSON by itself. */
function asJson(
  { permissions, cautions, left }: SetupPlan,
  format: SetupFormat,
  undo: boolean,
  script: string,
): string {
  const value =
    format === "graph-rest" ? JSON.parse(script) : { format, undo, script, permissions, cautions, left };
  return `${JSON.stringify(value)}\n`;
}

/** What has to be known before anybody runs it; on standard error, because standard output is the script. */
function note({ cautions, left }: SetupPlan, undo: boolean, call: CommandCall, terminal: Terminal): void {
  if (call.json) return;
  const notes = [
    ...(undo ? left : cautions),
    "Read it before you run it. Nothing was sent anywhere, and it was run against no real tenant.",
  ];
  for (const each of notes) terminal.stderr(`${oneLine(each)}\n`);
}
