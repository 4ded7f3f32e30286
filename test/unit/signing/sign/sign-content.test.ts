import { ContentInfo, SignedData } from "pkijs";
import { beforeAll, describe, expect, it } from "vitest";
import { openSigned, readIdentity, signContent, verifySignature } from "../../../../main/signing/index.ts";
import { type Made, makeCertificate } from "../support/certificate.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const content = bytes('<plist version="1.0"><dict><key>Größe</key><integer>1</integer></dict></plist>\n');

let root: Made;
let leaf: Made;
let signed: Uint8Array;

beforeAll(async () => {
  root = makeCertificate("Contoso Root", { ca: true });
  const issuing = makeCertificate("Contoso Issuing", { ca: true, issuer: root });
  leaf = makeCertificate("Contoso Profiles", { issuer: issuing });
  const certificate = bytes(leaf.certificate + issuing.certificate + root.certificate);
  const identity = await readIdentity({ kind: "pem", certificate, key: bytes(leaf.keyPem) }, null);
  const result = identity.ok ? await signContent(content, identity.value) : identity;
  if (!result.ok) throw new Error(result.problem.detail);
  signed = result.value.der;
});

describe("a signature made here", () => {
  it("holds the bytes as they were", async () => {
    const opened = await openSigned(signed);
    expect(opened.ok && opened.value && Buffer.compare(opened.value.content, content)).toBe(0);
  });

  it("is valid under its root and untrusted without", async () => {
    const trusted = [bytes(root.certificate)];
    expect(await verifySignature(signed, { trusted })).toMatchObject({ value: { status: "valid" } });
    expect(await verifySignature(signed)).toMatchObject({ value: { status: "untrusted" } });
    expect(await verifySignature(signed, { trusted: [] })).toMatchObject({ value: { status: "untrusted" } });
    const tomorrow = new Date(Date.now() + 2 * 86_400_000);
    expect(await verifySignature(signed, { trusted, now: tomorrow })).toMatchObject({
      value: { status: "expired" },
    });
    const before = new Date(Date.now() - 2 * 86_400_000);
    expect(await verifySignature(signed, { trusted, now: before })).toMatchObject({
      value: { status: "expired" },
    });
  });

  it("is right in the eyes of pkijs, which has no part in making it", async () => {
    const theirs = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(signed)).content });
    expect(await theirs.verify({ signer: 0, checkChain: false })).toBe(true);
    expect(theirs.certificates?.length).toBe(2);
  });

  it("counts as expired when a date in its certificate cannot be read", async () => {
    const changed = Uint8Array.from(signed);
    const validity = Buffer.from([0x30, 0x1e, 0x17, 0x0d]);
    for (
      let at = Buffer.from(changed).indexOf(validity);
      at >= 0;
      at = Buffer.from(changed).indexOf(validity, at + 1)
    ) {
      changed.set(bytes("??????"), at + validity.length);
    }
    const report = await verifySignature(changed, { trusted: [bytes(root.certificate)] });
    expect(report).toMatchObject({
      value: { status: "expired", why: expect.stringContaining("cannot be read") },
    });
  });

  it("is invalid after a change", async () => {
    const changed = Uint8Array.from(signed);
    const at = Buffer.from(signed).indexOf("integer");
    changed[at] = 0x49;
    expect(await verifySignature(changed)).toMatchObject({ value: { status: "invalid" } });
  });
});

describe("a file that is not signed", () => {
  it("is null", async () => {
    for (const other of [content, new Uint8Array(), bytes("bplist00"), Uint8Array.of(0x30, 0x00)]) {
      expect(await openSigned(other)).toEqual({ ok: true, value: null });
      expect(await verifySignature(other)).toEqual({ ok: true, value: null });
    }
  });
});
