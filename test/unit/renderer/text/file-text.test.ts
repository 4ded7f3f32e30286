import { describe, expect, it } from "vitest";
import { linesAround, readableText } from "../../../../renderer/text/file-text.ts";

const encode = (text: string) => new TextEncoder().encode(text);

describe("readableText", () => {
  it("reads UTF-8 and UTF-16 with a byte order mark", () => {
    expect(readableText(encode("<plist>ä</plist>"))).toBe("<plist>ä</plist>");
    expect(readableText(Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0xe4, 0))).toBe("<ä");
    expect(readableText(Uint8Array.of(0xfe, 0xff, 0, 0x3c, 0, 0xe4))).toBe("<ä");
  });

  it("does not show binary as text", () => {
    expect(readableText(encode("bplist00\u0000\u0001"))).toBeNull();
  });
});

describe("linesAround", () => {
  const text = Array.from({ length: 10 }, (_, index) => `line ${index + 1}`).join("\r\n");

  it("gives three lines before and four after, with their numbers", () => {
    const lines = linesAround(text, 5);
    expect(lines.map((line) => line.number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(lines[3]?.text).toBe("line 5");
  });

  it("stops at both ends of the file", () => {
    expect(linesAround(text, 1).map((line) => line.number)).toEqual([1, 2, 3, 4, 5]);
    expect(linesAround(text, 10).map((line) => line.number)).toEqual([7, 8, 9, 10]);
  });
});
