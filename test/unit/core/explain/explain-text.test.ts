import { describe, expect, test } from "vitest";
import { explainText } from "../../../../main/core/explain/explain-text.ts";

describe("explainText", () => {
  test("explains what the catalogue knows, with blanks around it or not", () => {
    expect(explainText("  50076\n")).toMatchObject({ ok: true, value: { code: 50076, assessed: true } });
  });

  test("says of a code without a judgement that there is none", () => {
    expect(explainText("AADSTS16000")).toMatchObject({
      ok: true,
      value: { assessed: false, basis: "Not assessed.", jamfConnect: { accepts: null } },
    });
  });

  test.each([
    ["99999999", "The code 99999999 is not in the catalogue."],
    ["AADSTS99999999: Something new", "The code 99999999 is not in the catalogue."],
    ["blue elephants", "Nothing is known about this text."],
    [" \n ", "There is nothing to explain yet."],
  ])("answers %j in words", (text, title) => {
    expect(explainText(text)).toMatchObject({ ok: false, problem: { title } });
  });

  test("does not repeat what it does not know", () => {
    expect(JSON.stringify(explainText("my password is hunter22"))).not.toContain("hunter22");
  });
});
