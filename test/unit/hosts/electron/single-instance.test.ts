import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { fileAmong } from "../../../../main/hosts/electron/single-instance.ts";

describe("fileAmong", () => {
  it.each([
    [["latchkey"], null],
    [["latchkey", "/home/a/Login.mobileconfig"], "/home/a/Login.mobileconfig"],
    [["electron", ".", "--flag", "Login.PLIST"], "/work folder/Login.PLIST"],
    [["/odd.plist"], null],
    [["latchkey", "/home/a/notes.txt"], null],
    [["latchkey", "signins.json.GZ"], "/work folder/signins.json.GZ"],
    [["latchkey", "/home/a/InteractiveSignIns.csv"], "/home/a/InteractiveSignIns.csv"],
    [["latchkey", "--x=/home/a/Login.mobileconfig"], null],
  ])("%j → %s", (argv, path) => {
    expect(fileAmong(argv, "/work folder")).toBe(path === null ? null : resolve(path));
  });
});
