import { describe, expect, it } from "vitest";
import { resultLabel } from "../../../../../../main/core/history/index.ts";
import type { LoginResult, Outcome } from "../../../../../../preload/contract.ts";
import { reactionText, verdictTone } from "../../../../../../renderer/screens/logins/result/outcome-tone.ts";
import { buildLoginResult } from "../../../../../support/login-result.ts";

type Judged = Pick<LoginResult, "outcome" | "jamfConnect">;

const judged = (outcome: Outcome, accepts: boolean | null): Judged => ({
  outcome,
  jamfConnect: { accepts, certainty: "documented", why: "" },
});

describe("verdictTone", () => {
  it.each([
    ["succeeded", true, "ok"],
    ["password-correct", true, "ok"],
    ["password-correct", false, "err"],
    ["password-correct", null, "warn"],
    ["password-wrong", false, "err"],
    ["password-expired", false, "err"],
    ["blocked", false, "err"],
    ["account", false, "err"],
    ["misconfigured", false, "warn"],
    ["unreachable", null, "mute"],
    ["cancelled", null, "mute"],
    ["unclear", null, "mute"],
  ] as const)("shows %s, accepted %s, in the colour %s", (outcome, accepts, tone) => {
    expect(verdictTone(judged(outcome, accepts)).tone).toBe(tone);
  });

  it("shows a blocked check that Jamf Connect takes neither as good news nor as a refusal", () => {
    expect(verdictTone(judged("blocked", true))).toEqual({ tone: "warn", icon: "block" });
  });
});

it("main colours its list of runs alike", () => {
  const outcomes = [
    ...["succeeded", "password-correct", "password-wrong", "password-expired", "blocked"],
    ...["account", "misconfigured", "unreachable", "cancelled", "unclear"],
  ] as readonly Outcome[];
  const differing = outcomes.flatMap((outcome) =>
    [true, false, null].filter((accepts) => {
      const result = buildLoginResult({ kind: "ropg", ...judged(outcome, accepts) });
      // A login that worked is named by its factors; what it is worth is not for the list to say.
      return outcome !== "succeeded" && resultLabel(result).tone !== verdictTone(result).tone;
    }),
  );
  expect(differing).toEqual([]);
});

describe("reactionText", () => {
  it("says what Jamf Connect does, and that it is not known where it is not", () => {
    expect(reactionText(judged("password-correct", true))).toBe("Jamf Connect accepts this.");
    expect(reactionText(judged("password-wrong", false))).toBe("Jamf Connect does not accept this.");
    expect(reactionText(judged("unclear", null))).toContain("not known");
  });

  it("says nothing where there was no answer to react to", () => {
    expect(reactionText(judged("unreachable", null))).toBeNull();
    expect(reactionText(judged("cancelled", null))).toBeNull();
  });
});
