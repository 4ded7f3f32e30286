import type { LoginResult } from "../../../core/verdict/login-result.ts";
import type { ExitCode } from "../command.ts";
import { oneLine } from "../text.ts";

/**
 * Exit code of a test: 0 only when Jamf Connect accepts the answer. 2 when nothing could be tested, because the settings, the
 * destination or the discovery document do not allow a run; 1 for every other answer.
 */
export function exitCodeOf(result: LoginResult): ExitCode {
  if (result.jamfConnect.accepts === true) return 0;
  return stoppedBeforeTheTest(result) === undefined ? 1 : 2;
}

/** The one line for stderr: what happened, where, what to do. */
export function stopLine(result: LoginResult): string {
  const step = stoppedBeforeTheTest(result);
  const fix = result.findings[0]?.fix;
  const todo = fix !== undefined && "steps" in fix ? (fix.steps[0] ?? "") : "";
  return `latchkey: ${oneLine(`${result.sentence} ${step?.note ?? ""} ${todo}`)}\n`;
}

/** The step that failed before any credential was sent, for a cause that the caller can change. */
function stoppedBeforeTheTest(result: LoginResult): LoginResult["steps"][number] | undefined {
  if (result.outcome === "cancelled" || result.error !== null) return undefined;
  return result.steps.find(
    (step) =>
      step.status === "failed" &&
      (step.id === "settings" ||
        step.id === "discovery" ||
        (step.id === "request" && step.request === undefined)),
  );
}
