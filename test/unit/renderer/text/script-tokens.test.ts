import { expect, test } from "vitest";
import { tokenizeScriptLine } from "../../../../renderer/text/script-tokens.ts";

/** The pieces that have a colour. */
function told(line: string): readonly string[] {
  return tokenizeScriptLine(line).flatMap(({ kind, text }) => (kind === "text" ? [] : [`${kind} ${text}`]));
}

test.each([
  ["  # Each step looks up first: 'so'", ["mute   # Each step looks up first: 'so'"]],
  ["if ($found -eq 'O''Neil') { return }", ["tag if", "tag return"]],
  ["$answer = Invoke-MgGraphRequest -Method GET", ["key Invoke-MgGraphRequest"]],
  ["  az rest --method get", ["key az"]],
  ['  "url": "/v1.0/applications",', ['key "url"']],
  ["$words = 'if Get-Thing return'", []],
  ["$donePart = $in.if - for-each", []],
])("%s", (line, pieces) => {
  expect(told(line)).toEqual(pieces);
});

test("nothing of a line is lost", () => {
  for (const line of ["", "don't", '"open', "if 'a' # b", "az az"])
    expect(
      tokenizeScriptLine(line)
        .map(({ text }) => text)
        .join(""),
    ).toBe(line);
});
