import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type KeychainPorts, signWithKeychain, verifySignature } from "../../../main/signing/index.ts";
import { machineKeychain } from "../../../main/signing/keychain/security-tool.ts";
import {
  describeWithOpenssl,
  makeCertificate,
  makeFamily,
  openWorkshop,
  type Workshop,
} from "./support/openssl.ts";
import { profileBytes } from "./support/profile.ts";
import { securityCalls, securityStandIn } from "./support/security-stand-in.ts";

let workshop: Workshop;
let sha1: string;

beforeAll(() => {
  workshop = openWorkshop();
  makeFamily(workshop);
  makeCertificate(workshop, {
    name: "leaf",
    subject: "/O=Contoso/CN=Contoso, Inc. Profiles",
    kind: "leaf",
    issuer: "issuing",
  });
  // Another certificate of the same name: the one that `security cms -N` is known to pick.
  makeCertificate(workshop, {
    name: "namesake",
    subject: "/O=Contoso/CN=Contoso, Inc. Profiles",
    kind: "leaf",
  });
  sha1 = new X509Certificate(workshop.read("leaf.pem")).fingerprint;
});
afterAll(() => workshop.remove());

const standIn = (signer: string, behaviour: Parameters<typeof securityStandIn>[2] = {}) =>
  securityStandIn(workshop, signer, behaviour);
const calls = () => securityCalls(workshop);

/** A security tool that claims success and leaves what it was told to. */
function quietly(left: string): KeychainPorts["runSecurity"] {
  return async (args) => {
    if (args[0] === "find-certificate")
      return { exitCode: 0, stdout: Buffer.from(workshop.read("leaf.pem")).toString(), stderr: "" };
    if (left !== "") writeFileSync(args.at(-1) ?? "", left);
    return { exitCode: 0, stdout: "", stderr: "" };
  };
}

describeWithOpenssl("signing from the keychain", () => {
  it("asks for the certificate by key identifier and returns what it verified", async () => {
    const result = await signWithKeychain(profileBytes, sha1, { ports: standIn("leaf") });
    if (!result.ok) throw new Error(result.problem.detail);
    expect(await verifySignature(result.value.der, { trusted: [workshop.read("root.pem")] })).toMatchObject({
      value: { status: "valid" },
    });
    const keyIdentifier = workshop
      .run("x509", "-in", "leaf.pem", "-noout", "-ext", "subjectKeyIdentifier")
      .toString();
    const expected = keyIdentifier.split("\n")[1]?.replace(/[\s:]/g, "");
    expect(calls()).toEqual([
      ["find-certificate", "-a", "-p"],
      [
        "cms",
        "-S",
        "-Z",
        expected,
        "-H",
        "SHA256",
        "-G",
        "-i",
        expect.stringMatching(/profile$/),
        "-o",
        expect.stringMatching(/signed$/),
      ],
    ]);
  });

  it("passes the profile in a file that only this user can read, and removes it", async () => {
    await signWithKeychain(profileBytes, sha1, { ports: standIn("leaf") });
    expect(Buffer.from(workshop.read("modes")).toString()).toBe("-rw-------\ndrwx------\n");
    expect(existsSync(readFileSync(workshop.path("folder"), "utf8").trim())).toBe(false);
  });

  it("falls back to the name where the tool does not take a key identifier", async () => {
    const result = await signWithKeychain(profileBytes, sha1, {
      ports: standIn("leaf", { refuseKeyIdentifier: true }),
    });
    expect(result.ok).toBe(true);
    expect(calls().at(-1)).toEqual(expect.arrayContaining(["-N", "Contoso, Inc. Profiles"]));
  });

  it("refuses a signature that was made with another certificate of the same name", async () => {
    const result = await signWithKeychain(profileBytes, sha1, { ports: standIn("namesake") });
    expect(result).toMatchObject({
      ok: false,
      problem: {
        code: "signature-not-verified",
        detail: expect.stringContaining("not with the certificate that was picked"),
      },
    });
  });

  it("says so when the keychain has no such certificate", async () => {
    const result = await signWithKeychain(profileBytes, "AB".repeat(20), { ports: standIn("leaf") });
    expect(result).toMatchObject({ problem: { code: "keychain-identity-not-found" } });
  });

  it("turns the codes of the Security framework into help", async () => {
    const words = {
      "security: cms: -2070 errSecInternalComponent": "access list",
      "security: SecIdentity: -25293": "password",
      "security: -128 (User canceled the operation.)": "cancelled",
      "security: -25308 User interaction is not allowed.": "locked",
      "security: -25300": "without its private key",
      "security: something unheard of": "something unheard of",
    };
    for (const [stderr, word] of Object.entries(words)) {
      const result = await signWithKeychain(profileBytes, sha1, { ports: standIn("leaf", { fail: stderr }) });
      expect(result, stderr).toMatchObject({
        problem: { code: "keychain-failed", detail: expect.stringContaining(word) },
      });
    }
    expect(existsSync(readFileSync(workshop.path("folder"), "utf8").trim())).toBe(false);
  });

  it("does not take the tool's word: no file, or rubbish in it, is a problem", async () => {
    const nothing = { ...standIn("leaf"), runSecurity: quietly("") };
    const result = await signWithKeychain(profileBytes, sha1, { ports: nothing });
    expect(result).toMatchObject({
      problem: { code: "keychain-failed", detail: expect.stringContaining("no reason") },
    });
    const rubbish = { ...standIn("leaf"), runSecurity: quietly("rubbish") };
    const read = await signWithKeychain(profileBytes, sha1, { ports: rubbish });
    expect(read).toMatchObject({ problem: { code: "signature-not-verified" } });
  });

  it("says of an expired certificate that it is, and does not ask macOS to sign with it", async () => {
    makeCertificate(workshop, { name: "old", subject: "/CN=Contoso Old", kind: "leaf", days: -1 });
    const { fingerprint } = new X509Certificate(workshop.read("old.pem"));
    const ports = standIn("old", { certificates: ["old.pem"] });
    expect(await signWithKeychain(profileBytes, fingerprint, { ports })).toMatchObject({
      problem: { code: "certificate-expired", detail: expect.stringContaining("Contoso Old") },
    });
    expect(calls().map(([command]) => command)).toEqual(["find-certificate"]);
  });

  it("takes 40 hexadecimal digits and nothing else", async () => {
    for (const wrong of ["", "Contoso Profiles", "AB".repeat(19), `${"AB".repeat(20)}; rm`]) {
      const result = await signWithKeychain(profileBytes, wrong, { ports: standIn("leaf") });
      expect(result).toMatchObject({ problem: { code: "wrong-call" } });
    }
    expect(calls()).toEqual([]);
  });

  it("is a problem on another system, and where the tool is missing", async () => {
    const elsewhere = await signWithKeychain(profileBytes, sha1, {
      ports: machineKeychain("/nowhere/security", "linux"),
    });
    expect(elsewhere).toMatchObject({ problem: { code: "keychain-not-here" } });
    const missing = await signWithKeychain(profileBytes, sha1, {
      ports: machineKeychain("/nowhere/security", "darwin"),
    });
    expect(missing).toMatchObject({ problem: { code: "keychain-failed" } });
  });
});
