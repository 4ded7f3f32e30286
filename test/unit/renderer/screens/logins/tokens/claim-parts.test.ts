import { describe, expect, it } from "vitest";
import type { ClaimDescription } from "../../../../../../preload/contract.ts";
import { claimPart, claimParts } from "../../../../../../renderer/screens/logins/tokens/claim-parts.ts";

const claim: ClaimDescription = {
  name: "amr",
  title: "T",
  meaning: "M.",
  jamfConnect: null,
  values: [
    { value: "pwd", title: "Password" },
    { value: "true", title: "Checked" },
  ],
  certainty: "documented",
  source: "https://a.example",
};
const words: ClaimDescription = { ...claim, kind: "words" };

describe("members of a claim", () => {
  it("are those of a list, with words for what is known, each once", () => {
    expect(claimParts(claim, ["pwd", "x", "pwd", { a: 1 }])).toEqual([
      { text: "pwd", words: "Password" },
      { text: "x", words: null },
      { text: '{"a":1}', words: null },
    ]);
  });

  it("are the words of a text only where blanks part them", () => {
    expect(claimParts(words, "openid  profile")?.map(({ text }) => text)).toEqual(["openid", "profile"]);
    expect(claimParts(claim, "Mira Keller")).toBeNull();
    expect(claimParts(null, "Mira Keller")).toBeNull();
  });

  it("are none in an empty list, which is shown as it is", () => {
    expect(claimParts(claim, [])).toBeNull();
    expect(claimPart(claim, [])).toEqual({ text: "[]", words: null });
  });
});

it("a single value has words too, whatever its type", () => {
  expect(claimPart(claim, true)).toEqual({ text: "true", words: "Checked" });
  expect(claimPart(claim, "pwd")).toEqual({ text: "pwd", words: "Password" });
  expect(claimPart(null, { a: [1] })).toEqual({ text: '{"a":[1]}', words: null });
});
