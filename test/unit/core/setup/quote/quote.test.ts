import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bashWord } from "../../../../../main/core/setup/quote/bash.ts";
import { powershellText } from "../../../../../main/core/setup/quote/powershell.ts";
import { fenced } from "../../../../../main/core/text/markdown.ts";
import { unseen } from "../../../../../main/core/text/unseen.ts";
import { anyText } from "../../../../support/any-text.ts";
import { assertProperty } from "../../../../support/assert-property.ts";
import { nastyNames } from "../../../../support/nasty-names.ts";

const withoutNul = anyText().filter((text) => !text.includes("\0"));

test("bash reads each word as the text that it stands for", () => {
  const texts = [...nastyNames, "", ...fc.sample(withoutNul, 200)];
  const script = `printf '%s\\0' ${texts.map(bashWord).join(" ")}`;
  const printed = execFileSync("/bin/bash", ["--norc", "-c", script], {
    env: { PATH: "", LC_ALL: "C.UTF-8" },
  });
  expect(printed.toString("utf8").split("\0").slice(0, -1)).toEqual(texts);
});

test("nothing in a word of bash or a value of PowerShell is unseen", () => {
  assertProperty(
    fc.property(withoutNul, (text) => {
      for (const quoted of [bashWord(text), powershellText(text)])
        expect(quoted.replaceAll("\n", "").search(unseen)).toBe(-1);
    }),
  );
});

test("PowerShell takes every kind of single quote for one, so each is doubled", () => {
  expect(powershellText("a'b‘c’d‚e‛f")).toBe("'a''b‘‘c’’d‚‚e‛‛f'");
  expect(powershellText('$(x) `n "q" {0}')).toBe("'$(x) `n \"q\" {0}'");
  expect(powershellText("")).toBe("''");
});

test("what is not seen is named and joined on", () => {
  expect(powershellText("a\u202Eb")).toBe("('a' + [char]0x202E + 'b')");
  expect(powershellText("\u{E0041}")).toBe("('' + [char]::ConvertFromUtf32(0xE0041))");
  expect(powershellText("a\nb")).toBe("'a\nb'");
});

test("a block of code ends where its text does", () => {
  assertProperty(
    fc.property(fc.array(fc.constantFrom("`", "```", "````", "\n", "a")), (parts) => {
      const text = parts.join("");
      const [first = "", ...lines] = fenced(text, "text").split("\n");
      const fence = first.replace("text", "");
      expect(lines.findIndex((line) => line.trim().startsWith(fence))).toBe(lines.length - 1);
      expect(lines.slice(0, -1).join("\n")).toBe(text);
    }),
  );
});
