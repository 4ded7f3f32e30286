import { describe, expect, it } from "vitest";
import { explain } from "../../../../../main/core/explain/explain.ts";
import { findEntry } from "../../../../../main/core/verdict/catalogue.ts";
import type { Explanation } from "../../../../../preload/contract.ts";
import {
  acceptanceWord,
  foundBeside,
  headingOf,
  logColumns,
  logTone,
  logWord,
  stepsOf,
  tooMuch,
  unknownOf,
} from "../../../../../renderer/features/explain/explain-text.ts";

function explanation(text: string): Explanation {
  const [found] = explain(text);
  if (found === undefined) throw new Error(`${text} is not in the catalogue`);
  return found;
}

describe("the words of an explanation", () => {
  it("say what Jamf Connect does, and that nobody knows", () => {
    expect(
      [true, false, null].map((accepts) => acceptanceWord({ accepts, certainty: "inferred", why: "" })),
    ).toEqual(["Accepts it", "Does not accept it", "Not known"]);
  });

  it("head an answer with what it means for Jamf Connect, and its tone", () => {
    const headings = ["50076", "50126", "AADSTS99999999"].map((text) => headingOf(explanation(text)));
    expect(headings).toEqual([
      { sentence: "From the password check: password correct, and Jamf Connect accepts it.", tone: "ok" },
      { sentence: "The password is wrong. Jamf Connect does not accept this answer.", tone: "err" },
      { sentence: "What this means for Jamf Connect is not known.", tone: "mute" },
    ]);
    const known = explanation("50076");
    const open = { ...known, jamfConnect: { ...known.jamfConnect, accepts: null } };
    expect(headingOf(open)).toEqual({
      sentence: "The password is correct. What Jamf Connect does with this answer is not known.",
      tone: "mute",
    });
    const blocked = { ...known, jamfConnect: { ...known.jamfConnect, accepts: false } };
    expect(headingOf(blocked)?.sentence).toBe(
      "The password is correct, but Jamf Connect does not accept this answer.",
    );
    expect(headingOf(explanation("ECONNREFUSED"))).toBeNull();
  });

  it("name the row of the sign-in log with its code", () => {
    expect(logWord(explanation("50076"))).toBe(`${findEntry(50076)?.signInLog.status}, 50076`);
    expect(logWord(explanation("ECONNREFUSED"))).toBeNull();
  });

  it("colour the row as a test does: amber where Jamf Connect takes the error", () => {
    expect(["50076", "50126", "ECONNREFUSED"].map((text) => logTone(explanation(text)))).toEqual([
      "tone-warn",
      "tone-err",
      "",
    ]);
  });

  it("name the columns of the row, whose values are no sentences", () => {
    expect(logColumns(explanation("50076"))).toEqual([
      ["Requirement", "Multi-factor authentication"],
      ["Result detail", "User did not pass the MFA challenge (non interactive)"],
    ]);
    expect(logColumns(explanation("50034"))).toEqual([]);
  });

  it("repeat what helps to find the sign-in, and only that", () => {
    const text =
      "AADSTS50076: x Trace ID: 1f0c72ae-9999-4aaa-8bbb-ccccddddeeee Timestamp: 2026-11-23 10:14:00Z";
    expect(foundBeside(explanation(text))).toEqual([
      ["Trace ID", "1f0c72ae-9999-4aaa-8bbb-ccccddddeeee"],
      ["Time", "2026-11-23 10:14:00Z"],
    ]);
    expect(foundBeside(explanation("50076"))).toEqual([]);
  });
});

it("a text that is too long is refused before it is sent", () => {
  expect(tooMuch("x".repeat(65_536))).toBeNull();
  expect(tooMuch("x".repeat(4_000_001))?.code).toBe("explain-too-long");
});

describe("what to do", () => {
  it("leads with that nothing has to be done, where somebody may want more", () => {
    expect(stepsOf({ steps: ["Nothing, unless you want clean logs.", "Do this."] })).toEqual({
      lead: "Nothing, unless you want clean logs:",
      steps: ["Do this."],
    });
    expect(stepsOf({ steps: ["Nothing has to be done."] })).toEqual({
      lead: "Nothing has to be done.",
      steps: [],
    });
    expect(stepsOf({ steps: ["Do this.", "Nothing else."] })).toEqual({
      lead: null,
      steps: ["Do this.", "Nothing else."],
    });
  });
});

describe("what is not known", () => {
  const code = {
    kind: "code",
    assessed: true,
    outcome: "password-correct",
    stage: "mfa",
    error: null,
  } as const;

  it("is the policy and the person where there is a bare code", () => {
    expect(unknownOf({ ...explanation("50076"), ...code })).toHaveLength(2);
    expect(
      unknownOf({ ...explanation("50076"), ...code, stage: "credential", outcome: "password-wrong" }),
    ).toHaveLength(1);
    expect(unknownOf({ ...explanation("50076"), ...code, assessed: false })).toEqual([]);
    expect(unknownOf({ ...explanation("50076"), ...code, kind: "situation" })).toEqual([]);
  });
});
