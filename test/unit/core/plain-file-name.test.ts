import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainFileName } from "../../../main/core/plain-file-name.ts";
import { anyText } from "../../support/any-text.ts";
import { assertProperty } from "../../support/assert-property.ts";

const plain = (text: string): string => plainFileName(`${text}.plist`, "profile");

describe("plainFileName", () => {
  it.each([
    ["com.jamf.connect.login", "com.jamf.connect.login.plist"],
    ["Größe 2 – Büro", "Größe 2 – Büro.plist"],
    ["ジャムフ", "ジャムフ.plist"],
    ["a  b\tc", "a bc.plist"],
    ["", "profile.plist"],
  ])("%j → %j", (text, name) => {
    expect(plain(text)).toBe(name);
  });

  it.each([
    ["../../.ssh/authorized_keys", "ssh-authorized_keys.plist"],
    ["..\\..\\Startup\\run", "Startup-run.plist"],
    ["C:\\Windows\\x", "C-Windows-x.plist"],
    ["/etc/passwd", "etc-passwd.plist"],
    [".hidden", "hidden.plist"],
    ["...", "profile.plist"],
    ["-rf", "rf.plist"],
    ["a\u0000b\nc\u001b[31m", "abc[31m.plist"],
    ["invoice\u202etsilp.exe", "invoicetsilp.exe.plist"],
    ["\u2066\u200b\ufeff", "profile.plist"],
    ["\u2028line", "line.plist"],
    ["\ud800lone", "lone.plist"],
    ["CON", "_CON.plist"],
    ["nul.tar", "_nul.tar.plist"],
    ["a. .", "a.plist"],
  ])("attack: the suggested name %j becomes the plain name %j", (text, name) => {
    expect(plain(text)).toBe(name);
  });

  it("attack: whatever text a profile brings, the suggested name is one plain, visible, short name", () => {
    assertProperty(
      fc.property(anyText({ maxLength: 400 }), (text) => {
        const name = plain(text);
        expect(name).toMatch(
          /^[^.\-\s/\\:<>"|?*\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}][^/\\:<>"|?*\p{Cc}\p{Cf}\p{Cs}]*\.plist$/u,
        );
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      }),
    );
  });

  it.each([
    ["no-extension", "no-extension"],
    ["a.b/c", "a.b-c"],
    ["", "profile"],
    [".plist", "profile.plist"],
  ])("takes for the extension only what looks like one: %j → %j", (text, name) => {
    expect(plainFileName(text, "profile")).toBe(name);
  });

  it("keeps the extension of a name that is too long, and cuts between characters", () => {
    const name = plain("é".repeat(300));
    expect(name.endsWith("é.plist")).toBe(true);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  });
});
