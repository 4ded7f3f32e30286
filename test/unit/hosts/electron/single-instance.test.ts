import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { profileAmong } from "../../../../main/hosts/electron/single-instance.ts";

describe("profileAmong", () => {
  it.each([
    [["latchkey"], null],
    [["latchkey", "/home/a/Login.mobileconfig"], "/home/a/Login.mobileconfig"],
    [["electron", ".", "--flag", "Login.PLIST"], "/work folder/Login.PLIST"],
    [["/odd.plist"], null],
    [["latchkey", "/home/a/notes.txt"], null],
    [["latchkey", "--x=/home/a/Login.mobileconfig"], null],
  ])("%j → %s", (argv, path) => {
    expect(profileAmong(argv, "/work folder")).toBe(path === null ? null : resolve(path));
  });
});
