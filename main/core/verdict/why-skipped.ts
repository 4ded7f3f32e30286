import type { Ending } from "./ending.ts";
import type { Kind } from "./sentences.ts";

/**
 * Why the steps after the last one were not made, in a plain sentence.
 *
 * @param lastTitle title of the last step that was made
 */
export function whySkipped(kind: Kind, ending: Ending, lastTitle: string | undefined): string {
  switch (ending.kind) {
    case "cancelled":
      return cancelled[ending.by];
    case "tokens-refused":
      return "A token failed a check.";
    case "provider-error":
      return kind === "ropg" || ending.at === "exchange" ? "No token." : "Nobody was signed in.";
    case "settings":
      return "The settings lead nowhere.";
    default:
      return lastTitle === undefined ? "The run ended before." : `The run ended at ${lastTitle}.`;
  }
}

const cancelled = {
  user: "You stopped the run.",
  closed: "The sign-in window was closed.",
  timeout: "Nobody signed in before the time was up.",
} as const;
