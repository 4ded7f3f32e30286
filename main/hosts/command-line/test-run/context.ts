import type { LiveStep } from "../../../core/login-result.ts";
import { durationText } from "../../../core/text/duration.ts";
import type { LoginContext } from "../../../login/ports.ts";
import { nodeFetch } from "../../../network/node-fetch.ts";
import { hasNetwork } from "../../../network/online.ts";
import type { Terminal } from "../command.ts";
import { oneLine } from "../text.ts";
import type { NetworkChoice } from "./options.ts";

/**
 * The outside world of a run on the command line.
 *
 * @param progress true prints each step on stderr as it ends; without it the result itself lists them
 */
export async function loginContext(
  choice: NetworkChoice,
  terminal: Terminal,
  signal: AbortSignal,
  progress: boolean,
): Promise<LoginContext> {
  return {
    fetch: await nodeFetch(terminal.environment),
    now: Date.now,
    isOnline: () => hasNetwork(),
    onStep: (step) => {
      if (progress && step.status !== "running") terminal.stderr(progressLine(step));
    },
    signal,
    authority: choice.authority,
    allowedHosts: choice.allowedHosts,
    jamfConnectVersion: choice.jamfConnectVersion,
  };
}

/** While it runs nobody knows yet whether Jamf Connect accepts an error. */
const progressWords = { ok: "done", failed: "failed", skipped: "skipped" } as const;

/** One line for each step that ended. */
function progressLine(step: Exclude<LiveStep, { readonly status: "running" }>): string {
  const note = step.note === undefined ? "" : `  ${step.note}`;
  return `${oneLine(`${progressWords[step.status].padEnd(7)} ${step.title} ${durationText(step.ms)}${note}`)}\n`;
}
