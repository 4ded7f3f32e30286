import type { LoginResult, Outcome } from "../../../../preload/contract.ts";
import type { IconName } from "../../../components/icon.tsx";

export type VerdictTone = "ok" | "warn" | "err" | "mute";
type Judged = Pick<LoginResult, "outcome" | "jamfConnect">;
export type VerdictMark = { readonly tone: VerdictTone; readonly icon: IconName };

const looks: Readonly<Record<Outcome, VerdictMark>> = {
  succeeded: { tone: "ok", icon: "ok" },
  "password-correct": { tone: "ok", icon: "ok" },
  "password-wrong": { tone: "err", icon: "error" },
  "password-expired": { tone: "err", icon: "error" },
  blocked: { tone: "err", icon: "block" },
  account: { tone: "err", icon: "error" },
  misconfigured: { tone: "warn", icon: "warning" },
  unreachable: { tone: "mute", icon: "cloud" },
  cancelled: { tone: "mute", icon: "stop" },
  unclear: { tone: "mute", icon: "question" },
};

/**
 * Colour and icon of an answer, wherever it is shown: in verdicts, in lists and beside the log. Colour follows what Jamf Connect
 * does with it, not that it was an error: a correct password that it takes is good, one that it refuses is no good news, one where
 * nobody knows is worth a look, and so is a blocked check that it takes. Main colours its list of runs alike (`main/core/history/run-label.ts`; a test compares them).
 */
export function verdictTone({ outcome, jamfConnect }: Judged): VerdictMark {
  const look = looks[outcome];
  if (jamfConnect.accepts === true) {
    return isAcceptedError({ outcome, jamfConnect }) && look.tone === "err"
      ? { ...look, tone: "warn" }
      : look;
  }
  if (outcome !== "succeeded" && outcome !== "password-correct") return look;
  return jamfConnect.accepts === false ? { tone: "err", icon: "error" } : { tone: "warn", icon: "warning" };
}

/** Jamf Connect goes on, and a failure stays in the log. */
export function isAcceptedError({ outcome, jamfConnect }: Judged): boolean {
  return jamfConnect.accepts === true && outcome !== "succeeded";
}

/** What Jamf Connect does with the answer, as the first words under the verdict; null where there was no answer. */
export function reactionText(result: Judged): string | null {
  if (result.outcome === "cancelled" || result.outcome === "unreachable") {
    return null;
  }
  switch (result.jamfConnect.accepts) {
    case true:
      return "Jamf Connect accepts this.";
    case false:
      return "Jamf Connect does not accept this.";
    case null:
      return "What Jamf Connect does with this is not known.";
  }
}
