import type { LoginResult } from "../../../core/login-result.ts";
import type { ExitCode } from "../command.ts";
import { firstStep, stopSentences } from "../finding-line.ts";

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
  return stopSentences([result.sentence, step?.note ?? "", firstStep(result.findings[0])]);
}

/** Steps that end before their request where it may not go to its host. */
const nothingLeft: ReadonlySet<string> = new Set(["authorize", "request"]);

/** The step that failed before any credential was sent, for a cause that the caller can change. */
function stoppedBeforeTheTest(result: LoginResult): LoginResult["steps"][number] | undefined {
  if (result.outcome === "cancelled" || result.error !== null) return undefined;
  return result.steps.find(
    (step) =>
      step.status === "failed" &&
      (step.id === "settings" ||
        step.id === "discovery" ||
        (nothingLeft.has(step.id) && step.request === undefined)),
  );
}
