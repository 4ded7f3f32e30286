import { expect, it } from "vitest";
import { oneLine, printable } from "../../../../main/hosts/command-line/text.ts";

it("takes terminal escapes and direction marks out of text from outside", () => {
  expect(printable("a\u001b[31mred\u0007\u009b2J\u202eb")).toBe("a [31mred  2J b");
  expect(printable("one\n\ttwo\u001b", true)).toBe("one\n\ttwo ");
});

it("makes one line of several", () => {
  expect(oneLine(" a \r\n\n b\tc ")).toBe("a b c");
});
