import { X509Certificate } from "node:crypto";
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { IdentityView } from "../../../preload/contract.ts";
import { type Bench, createBench, openStaff } from "../../contract/bench.ts";
import {
  describeWithOpenssl,
  makeCertificate,
  makeFamily,
  openWorkshop,
  type Workshop,
} from "./support/openssl.ts";
import { securityCalls, securityStandIn } from "./support/security-stand-in.ts";

const names = {
  plain: "Developer ID Application: Contoso Ltd (9KX4T7QZ2M)",
  quoted: 'Contoso "IT" Prüfung, Köln',
  twin: "Contoso Signing",
  other: "Contoso Signing",
  old: "Contoso 2024",
  lying: 'Contoso" (CSSMERR_TP_CERT_EXPIRED)',
} as const;
type Name = keyof typeof names;

let workshop: Workshop;
let prints: Readonly<Record<Name, string>>;

beforeAll(() => {
  workshop = openWorkshop();
  makeFamily(workshop);
  const print = (name: Name): string => {
    const subject = `/O=Contoso/CN=${names[name]}`;
    const days = name === "old" ? -1 : 400;
    makeCertificate(workshop, { name, subject, kind: "leaf", issuer: "issuing", days });
    return new X509Certificate(workshop.read(`${name}.pem`)).fingerprint.replaceAll(":", "");
  };
  prints = {
    plain: print("plain"),
    quoted: print("quoted"),
    twin: print("twin"),
    other: print("other"),
    old: print("old"),
    lying: print("lying"),
  };
});
afterAll(() => workshop.remove());

let bench: Bench | undefined;
beforeEach(() => async () => {
  await bench?.session.dispose();
  bench = undefined;
});

const smartCard = "0123456789ABCDEF0123456789ABCDEF01234567";

/** As macOS prints it: everything that fits the policy, then the valid ones once more; what two keychains hold stands twice. */
function listing(): string {
  const line = (number: number, sha1: string, name: string, mark = "") =>
    `  ${number}) ${sha1} "${name}"${mark}\n`;
  return `
Policy: X.509 Basic
  Matching identities
${line(1, prints.plain, names.plain)}${line(2, prints.old, names.old, " (CSSMERR_TP_CERT_EXPIRED)")}${line(3, prints.quoted, names.quoted)}${line(4, prints.twin, names.twin)}${line(5, prints.other, names.other, " (CSSMERR_TP_NOT_TRUSTED)")}${line(6, prints.plain, names.plain)}${line(7, smartCard, "Card of a person")}${line(8, prints.lying, names.lying)}     8 identities found

  Valid identities only
${line(1, prints.plain, names.plain)}${line(2, prints.quoted, names.quoted)}${line(3, prints.twin, names.twin)}     3 valid identities found
`;
}

function onMac(signer: Name, behaviour: Parameters<typeof securityStandIn>[2] = {}): Bench {
  const certificates = ["root", ...Object.keys(names)].map((name) => `${name}.pem`);
  const keychain = securityStandIn(workshop, signer, { certificates, identities: listing(), ...behaviour });
  bench = createBench({ keychain });
  return bench;
}

const commonName = ({ subject }: IdentityView) => subject.split("CN=")[1];

describeWithOpenssl("identities of the keychain in the app", () => {
  it("are listed once each, with what macOS holds against them, by the names in their certificates", async () => {
    const { identities, unread } = await onMac("plain").call("export.keychain", {});
    expect(unread).toBe(1);
    expect(identities.map(({ id }) => id)).toEqual(
      (["plain", "old", "quoted", "twin", "other", "lying"] as const).map((name) => prints[name]),
    );
    expect(identities.map(({ keychain }) => keychain?.isExpired)).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(identities.map(({ keychain }) => keychain?.held)).toEqual([
      null,
      null,
      null,
      null,
      "This Mac does not trust its issuer (CSSMERR_TP_NOT_TRUSTED).",
      null,
    ]);
    expect(identities.map(commonName)).toEqual([
      names.plain,
      names.old,
      'Contoso \\"IT\\" Prüfung\\, Köln',
      names.twin,
      names.other,
      expect.stringContaining("CSSMERR_TP_CERT_EXPIRED"),
    ]);
    expect(identities[1]?.ending).toMatch(/^expired /);
    expect(identities.every(({ label, file }) => label === "Keychain" && file === null)).toBe(true);
  });

  it("are asked for without a name, a passphrase or a secret among the arguments", async () => {
    await onMac("plain").call("export.keychain", {});
    expect(securityCalls(workshop)).toEqual([
      ["find-identity", "-p", "basic"],
      ["find-certificate", "-a", "-p"],
    ]);
  });

  it("sign the open profile: openssl takes the file, and of two with one name the picked one is meant", async () => {
    const mac = onMac("other");
    await openStaff(mac);
    await mac.call("export.keychain", {});
    const save = (name: Name) => ({
      ...{ route: "signed" as const, domain: null, blueprintReady: false },
      ...{ identityId: prints[name], confirmedName: "Contoso staff" },
    });
    expect(await mac.problem("export.save", save("twin"))).toMatchObject({ code: "signature-not-verified" });
    const made = await mac.call("export.save", save("other"));
    expect(made?.signature?.signers[0]?.subject).toContain("Contoso Signing");
    writeFileSync(workshop.path("made"), mac.taken(made?.download));
    const verify = ["cms", "-verify", "-binary", "-inform", "DER", "-in", "made", "-CAfile", "root.pem"];
    expect(workshop.run(...verify, "-purpose", "any").toString()).toContain("com.jamf.connect.login");
    expect(securityCalls(workshop).flat().join(" ")).not.toMatch(/not-for-the-screen|passphrase|<plist/);
  });

  it("that were not listed are not signed with, whatever id a page sends", async () => {
    const mac = onMac("plain");
    await openStaff(mac);
    const request = {
      route: "signed" as const,
      domain: null,
      blueprintReady: false,
      confirmedName: "Contoso staff",
    };
    const problem = await mac.problem("export.save", { ...request, identityId: prints.plain });
    expect(problem.code).toBe("identity-locked");
    expect(securityCalls(workshop)).toEqual([]);
  });

  it("an empty keychain is an empty list, and a locked one says what the tool says", async () => {
    const empty = onMac("plain", {
      identities: "\nPolicy: X.509 Basic\n  Matching identities\n     0 identities found\n",
    });
    expect(await empty.call("export.keychain", {})).toEqual({ identities: [], unread: 0 });
    expect(securityCalls(workshop).map(([command]) => command)).toEqual(["find-identity"]);
    await empty.session.dispose();
    const locked = onMac("plain", { fail: "security: SecKeychainSearchCopyNext: The keychain is locked." });
    expect(await locked.problem("export.keychain", {})).toMatchObject({
      code: "keychain-failed",
      title: "The identities of the keychain could not be listed.",
      detail: expect.stringContaining("The keychain is locked."),
    });
  });
});
