import type { LoginResult } from "../../../../preload/contract.ts";
import type { KeptPair } from "../../../stores/run.ts";
import type { VerdictMark } from "../result/outcome-tone.ts";

export type PairTone = VerdictMark & { readonly lead: string; readonly rest: string };

type Judged = Pick<LoginResult, "outcome" | "jamfConnect" | "sentence"> & {
  readonly signInLog?: Pick<LoginResult["signInLog"], "cost">;
};

/**
 * Colour, icon and second line of the pair. Wanted is a login that demands MFA beside a check that does not; a check
 * that is accepted with an error works at a cost; what is not proven is not called good.
 */
export function pairTone(
  paired: Pick<KeptPair, "loginMfa" | "checkClean">,
  login: Judged,
  check: Judged,
): PairTone {
  if (login.outcome === "cancelled" || check.outcome === "cancelled") {
    const rest = "Two answers are needed to tell what the settings come to.";
    return { tone: "mute", icon: "stop", lead: "Nothing is proven.", rest };
  }
  if (login.jamfConnect.accepts === false) {
    return {
      tone: "err",
      icon: "error",
      lead: "Nobody gets past the login window.",
      rest: login.jamfConnect.why,
    };
  }
  if (check.jamfConnect.accepts === false) {
    return {
      tone: "err",
      icon: "error",
      lead: "Jamf Connect refuses the password check.",
      rest: check.jamfConnect.why,
    };
  }
  if (paired.loginMfa === "yes" && paired.checkClean) {
    const rest = "Jamf Connect accepts both answers, and the check leaves no failure in the Entra log.";
    return { tone: "ok", icon: "ok", lead: "This is the split you want.", rest };
  }
  if (!paired.checkClean) {
    const known = check.jamfConnect.accepts === true;
    return known
      ? {
          tone: "warn",
          icon: "warning",
          lead: "It works, at a cost.",
          rest: check.signInLog?.cost?.sentence ?? "Every password check leaves a failure in the Entra log.",
        }
      : { tone: "mute", icon: "question", lead: "Not proven.", rest: check.jamfConnect.why };
  }
  return paired.loginMfa === "no"
    ? {
        tone: "warn",
        icon: "warning",
        lead: "Whoever has the password can log in.",
        rest: "Look at it if a second factor is wanted at the login window.",
      }
    : {
        tone: "warn",
        icon: "question",
        lead: "Not proven.",
        rest: "Nothing in the answers tells which factors the login used. Confirm it in the sign-in log.",
      };
}
