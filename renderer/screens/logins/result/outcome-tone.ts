import type { LoginResult, Outcome } from "../../../../preload/contract.ts";
import type { IconName } from "../../../components/icon.tsx";

export type VerdictTone = "ok" | "warn" | "err" | "mute";
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
 * Colour and icon of a verdict. Colour follows what Jamf Connect does with the answer: a correct password that it
 * does not take is no good news, one where nobody knows is worth a look, and so is a blocked check that it takes.
 */
export function verdictTone(result: Pick<LoginResult, "outcome" | "jamfConnect">): VerdictMark {
  const look = looks[result.outcome];
  if (result.outcome === "blocked" && result.jamfConnect.accepts === true) return { ...look, tone: "warn" };
  if (look.tone !== "ok" || result.jamfConnect.accepts === true) {
    return look;
  }
  return result.jamfConnect.accepts === false
    ? { tone: "err", icon: "error" }
    : { tone: "warn", icon: "warning" };
}

/** What Jamf Connect does with the answer, as the first words under the verdict; null where there was no answer. */
export function reactionText(result: Pick<LoginResult, "outcome" | "jamfConnect">): string | null {
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
