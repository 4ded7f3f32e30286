import { describe, expect, it } from "vitest";
import { mayCopy } from "../../../../main/hosts/electron/permissions.ts";

describe("mayCopy", () => {
  it.each([
    ["clipboard-sanitized-write", "app://latchkey", true],
    ["clipboard-sanitized-write", "app://latchkey/", true],
    ["clipboard-sanitized-write", "app://latchkey/index.html", true],
    ["clipboard-sanitized-write", "https://evil.example", false],
    ["clipboard-sanitized-write", "", false],
    ["clipboard-read", "app://latchkey", false],
    ["media", "app://latchkey", false],
    ["openExternal", "app://latchkey", false],
  ])("%s at %s → %s", (permission, origin, may) => {
    expect(mayCopy(permission, origin)).toBe(may);
  });
});
