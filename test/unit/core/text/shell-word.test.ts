import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shellWord } from "../../../../main/core/text/shell-word.ts";
import { anyText } from "../../../support/any-text.ts";
import { assertProperty } from "../../../support/assert-property.ts";

/** What a shell makes of words, each behind a line of its own. */
function readByShell(words: readonly string[]): readonly string[] {
  const script = `printf '%s\\0' ${words.join(" ")}`;
  return execFileSync("bash", ["--norc", "--noprofile", "-c", script], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  })
    .split("\0")
    .slice(0, -1);
}

describe("a word of a command that is copied into a shell", () => {
  test.each([
    ["s.logarchive", "s.logarchive"],
    ["a/b c.logarchive", "'a/b c.logarchive'"],
    ["it's", "'it'\\''s'"],
    ["$(reboot)", "'$(reboot)'"],
    ["-rf", "./-rf"],
    ["~", "'~'"],
    ["", "''"],
    ["a\nreboot", "$'a\\x0areboot'"],
  ])("%j is written as %s", (given, written) => {
    expect(shellWord(given)).toBe(written);
  });

  test("attack: whatever a file is called, a shell reads its name and runs nothing of it", () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          "$(id)",
          "`id`",
          "'",
          '"',
          "\\",
          "\n",
          "\r",
          ";",
          "!",
          "\u202e",
          " ",
          "-",
          "~",
          "é",
          "😀",
          "*",
        ),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join(""));
    const name = fc
      .oneof(hostile, anyText({ maxLength: 30 }))
      .map((text) => text.replace(/\p{Surrogate}|\0/gu, ""));
    assertProperty(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), (names) => {
        const meant = names.map((one) => (one.startsWith("-") ? `./${one}` : one));
        expect(readByShell(names.map(shellWord))).toEqual(meant);
      }),
    );
  });
});
