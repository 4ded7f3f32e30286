import { describe, expect, it } from "vitest";
import { count, formatBytes, groupDigits } from "../../../../renderer/text/count.ts";

describe("count", () => {
  it("speaks of one thing and of several", () => {
    expect(count(1, "error")).toBe("1 error");
    expect(count(0, "error")).toBe("0 errors");
    expect(count(2, "entry", "entries")).toBe("2 entries");
  });
});

describe("groupDigits", () => {
  it.each([
    [7, "7"],
    [999, "999"],
    [1_000, "1,000"],
    [116_230, "116,230"],
    [1_234_567, "1,234,567"],
  ])("writes %d as %s", (amount, words) => {
    expect(groupDigits(amount)).toBe(words);
  });
});

describe("formatBytes", () => {
  it.each([
    [6_118, "6,118 bytes"],
    [31_200, "31 kB"],
    [31_200_000, "31.2 MB"],
  ])("writes %d bytes as %s", (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });
});
