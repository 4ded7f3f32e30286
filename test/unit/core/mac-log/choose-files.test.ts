import { describe, expect, test } from "vitest";
import { chooseFiles } from "../../../../main/core/mac-log/index.ts";

const chosen = (paths: readonly string[]) => chooseFiles(paths).read.map((index) => paths[index]);

describe("of a folder", () => {
  test("what can be a log is read, what is likeliest first, and nothing else", () => {
    expect(
      chosen([
        "picture.png",
        "notes",
        "a.txt",
        "system.log.1",
        ".hidden.log",
        "JamfConnectLogin.bundle/Contents/Info.plist",
        "x/jamf_login.log",
        "com.jamf.connect.login.plist",
        "x.mobileconfig",
      ]),
    ).toEqual([
      "x/jamf_login.log",
      "JamfConnectLogin.bundle/Contents/Info.plist",
      "system.log.1",
      "notes",
      "a.txt",
    ]);
  });

  test("attack: of 10,000 files two hundred are read, and it is said how many are not", () => {
    const paths = [...Array.from({ length: 9999 }, (_, index) => `a${index}.log`), "jamf_login.log"];
    const { read, notRead } = chooseFiles(paths);
    expect(read).toHaveLength(200);
    expect(read[0]).toBe(9999);
    expect(notRead).toEqual(["9,800 files were not looked into: at most 200 are."]);
  });

  test("an archive of system logs is not taken apart but named, with the command that reads it", () => {
    const { read, notRead, passedOver } = chooseFiles([
      "s.logarchive/0001",
      "s.logarchive/a/b.tracev3",
      "c.tar.gz",
    ]);
    expect(read).toEqual([]);
    expect(passedOver).toBe(3);
    expect(notRead).toEqual([
      "c.tar.gz is packed: unpack it first.",
      "s.logarchive can be read on a Mac only: log show --archive s.logarchive writes what it holds.",
    ]);
  });

  test("attack: the name of an archive stays one word of the command that reads it", () => {
    const { notRead } = chooseFiles(["of mac/it's $(reboot).logarchive/0001"]);
    expect(notRead[0]).toContain("log show --archive 'of mac/it'\\''s $(reboot).logarchive' writes");
  });
});
