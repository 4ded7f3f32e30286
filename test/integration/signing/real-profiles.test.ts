import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openSigned, type SignatureReport, verifySignature } from "../../../main/signing/index.ts";
import { sampleFolder } from "../../support/samples.ts";
import { describeWithOpenssl } from "./support/openssl.ts";

const folder = sampleFolder("profiles");
const files =
  folder === null ? [] : readdirSync(folder).filter((name) => /\.(mobileconfig|plist)$/.test(name));
const pathOf = (name: string) => join(folder ?? "", name);

const readSample = (name: string) => new Uint8Array(readFileSync(pathOf(name)));

/** openssl's view of a file: the content it takes out, or null when the file is no CMS. */
function opensslContent(file: string): Buffer | null {
  try {
    const call = ["cms", "-verify", "-noverify", "-binary", "-inform", "DER", "-in", file];
    return execFileSync("openssl", call, { stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return null;
  }
}

describeWithOpenssl("real profiles from the field", () => {
  it("open like openssl opens them, and unsigned ones are recognized as such", async () => {
    let signed = 0;
    for (const name of files) {
      const bytes = readSample(name);
      const result = await openSigned(bytes);
      if (!result.ok) throw new Error(`${name}: ${result.problem.detail}`);
      if (result.value === null) {
        expect(bytes[0] === 0x30, name).toBe(false);
        continue;
      }
      signed += 1;
      expect(opensslContent(pathOf(name))?.equals(result.value.content), name).toBe(true);
      // openssl found every signature mathematically right. All of these certificates ended before December 2026.
      const { signature } = result.value;
      expect(signature.status, name).toBe("expired");
    }
    if (files.length > 0) expect(signed).toBe(12);
  });

  it("were valid in their day where their root is one that Macs know", async () => {
    const inTheirDay: readonly (readonly [string, string, SignatureReport["status"]])[] = [
      // Developer ID Application, under Apple's root
      [
        "grahampugh_jamf-upload___tests_templates_Cisco_AnyConnect_System_Extension_and_Content_Filter_Whitelist.signed",
        "2022-01-01",
        "valid",
      ],
      // Mac Developer, under Apple's root
      ["insight-cwf_configuration-profiles__pppc_pppc-jamf-protect", "2020-01-01", "valid"],
      // Let's Encrypt, under a public root
      ["paulmillr_encrypted-dns__signed_google-default-tls", "2026-05-01", "valid"],
      // A Jamf Pro server's own authority, and a SCEP authority that is not in the file
      ["insight-cwf_configuration-profiles__sysext_sysext-symantec", "2020-06-01", "untrusted"],
      ["smithjw_JAMF_goodies__Profiles_Screen_Lock_Settings.mobileconfig", "2020-01-01", "untrusted"],
    ];
    for (const [start, day, status] of files.length === 0 ? [] : inTheirDay) {
      const name = files.find((one) => one.startsWith(start)) ?? "";
      const report = await verifySignature(readSample(name), { now: new Date(day) });
      expect(report, name).toMatchObject({ ok: true, value: { status } });
    }
  });
});
