import { ContentInfo, SignedData } from "pkijs";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  openSigned,
  readIdentity,
  type SigningIdentity,
  signContent,
  verifySignature,
} from "../../../main/signing/index.ts";
import {
  describeWithOpenssl,
  makeCertificate,
  makeFamily,
  opensslVerify,
  openWorkshop,
  type Workshop,
} from "./support/openssl.ts";
import { profileBytes } from "./support/profile.ts";

let workshop: Workshop;

beforeAll(() => {
  workshop = openWorkshop();
  makeFamily(workshop);
});
afterAll(() => workshop.remove());

async function identityOf(certificate: string, key: string): Promise<SigningIdentity> {
  const read = await readIdentity(
    { kind: "pem", certificate: workshop.read(certificate), key: workshop.read(key) },
    null,
  );
  if (!read.ok) throw new Error(read.problem.detail);
  return read.value;
}

async function signed(content: Uint8Array): Promise<Uint8Array> {
  const result = await signContent(content, await identityOf("chain.pem", "leaf.key"));
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value.der;
}

describeWithOpenssl("a signature made here", () => {
  const contents = {
    "a profile": profileBytes,
    "bytes that are no text": Uint8Array.from({ length: 4096 }, (_, index) => index * 7),
    "more than one 64 KiB piece": new Uint8Array(200_000).fill(0x20),
  };
  for (const [name, content] of Object.entries(contents)) {
    it(`is accepted by openssl with the exact bytes: ${name}`, async () => {
      workshop.write("out.mobileconfig", await signed(content));
      const { ok, output } = opensslVerify(workshop, "out.mobileconfig", "root.pem");
      expect(ok).toBe(true);
      expect(output.equals(content)).toBe(true);
    });
  }

  it("is refused for no content", async () => {
    const result = await signContent(new Uint8Array(), await identityOf("chain.pem", "leaf.key"));
    expect(result).toMatchObject({ ok: false, problem: { code: "nothing-to-sign" } });
  });

  it("is strict DER with a primitive content string", async () => {
    const der = await signed(new Uint8Array(200_000));
    workshop.write("out.der", der);
    const tree = workshop.run("asn1parse", "-inform", "DER", "-in", "out.der").toString();
    expect(tree).not.toMatch(/\binf\b/);
    expect(tree).toMatch(/l=200000 prim: +OCTET STRING/);
    workshop.run(
      "cms",
      "-cmsout",
      "-inform",
      "DER",
      "-in",
      "out.der",
      "-outform",
      "DER",
      "-out",
      "again.der",
    );
    expect(Buffer.compare(workshop.read("again.der"), der)).toBe(0);
  });

  it("is right in the eyes of pkijs as well, which has no part in it", async () => {
    const { content } = ContentInfo.fromBER(new Uint8Array(await signed(profileBytes)));
    const theirs = new SignedData({ schema: content });
    expect(await theirs.verify({ signer: 0, checkChain: false })).toBe(true);
    const fields = theirs.signerInfos[0];
    expect([theirs.version, fields?.version]).toEqual([1, 1]);
  });

  it("carries the issuing certificate and leaves the root out", async () => {
    workshop.write("out.mobileconfig", await signed(profileBytes));
    const listed = workshop
      .run("pkcs7", "-inform", "DER", "-in", "out.mobileconfig", "-print_certs", "-noout")
      .toString();
    expect(listed).toContain("CN = Contoso Profiles");
    expect(listed).toContain("CN = Contoso Issuing");
    expect(listed).not.toMatch(/subject=.*CN = Contoso Root/);
  });

  it("names type, time and digest as signed attributes and uses SHA-256", async () => {
    workshop.write("out.mobileconfig", await signed(profileBytes));
    const printed = workshop
      .run("cms", "-cmsout", "-print", "-inform", "DER", "-in", "out.mobileconfig")
      .toString();
    const info = printed.slice(printed.indexOf("signerInfos:"));
    expect(info).toContain("contentType (1.2.840.113549.1.9.3)");
    expect(info).toContain("signingTime (1.2.840.113549.1.9.5)");
    expect(info).toContain("messageDigest (1.2.840.113549.1.9.4)");
    expect(info).toMatch(/digestAlgorithm: *\n *algorithm: sha256/);
  });

  it("is valid here with the root, untrusted without it", async () => {
    const der = await signed(profileBytes);
    const withRoot = await verifySignature(der, { trusted: [workshop.read("root.pem")] });
    expect(withRoot).toMatchObject({ ok: true, value: { status: "valid" } });
    const without = await verifySignature(der);
    expect(without).toMatchObject({ ok: true, value: { status: "untrusted" } });
  });

  it("names its signer", async () => {
    const fingerprint = workshop
      .run("x509", "-in", "leaf.pem", "-noout", "-fingerprint", "-sha256")
      .toString();
    const report = await verifySignature(await signed(profileBytes));
    expect(report.ok && report.value?.signers).toEqual([
      {
        subject: "O=Contoso, CN=Contoso Profiles",
        issuer: "O=Contoso, CN=Contoso Issuing",
        notAfter: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        sha256: fingerprint.trim().split("=")[1]?.replaceAll(":", "").toLowerCase(),
      },
    ]);
  });

  it("is valid with a self-signed certificate once that certificate itself is trusted", async () => {
    makeCertificate(workshop, { name: "own", subject: "/CN=Fabrikam Own", kind: "leaf" });
    const result = await signContent(profileBytes, await identityOf("own.pem", "own.key"));
    if (!result.ok) throw new Error(result.problem.detail);
    expect(await verifySignature(result.value.der)).toMatchObject({ value: { status: "untrusted" } });
    const trusted = await verifySignature(result.value.der, { trusted: [workshop.read("own.pem")] });
    expect(trusted).toMatchObject({ value: { status: "valid" } });
  });

  it("is refused for an expired certificate", async () => {
    makeCertificate(workshop, {
      name: "old",
      subject: "/CN=Contoso Old",
      kind: "leaf",
      issuer: "issuing",
      days: -1,
    });
    const result = await signContent(profileBytes, await identityOf("old.pem", "old.key"));
    expect(result).toMatchObject({ ok: false, problem: { code: "certificate-expired" } });
  });

  it("turns expired when its certificate does", async () => {
    const der = await signed(profileBytes);
    const later = new Date(Date.now() + 400 * 86_400_000);
    const report = await verifySignature(der, { trusted: [workshop.read("root.pem")], now: later });
    expect(report).toMatchObject({ value: { status: "expired" } });
  });

  it("is invalid after any change to content, attributes or signature", async () => {
    const der = await signed(profileBytes);
    const trusted = [workshop.read("root.pem")];
    const content = Buffer.from(der).indexOf("EntraID");
    const digest = Buffer.from(der).indexOf(Buffer.from("06092a864886f70d010904", "hex")) + 20;
    for (const at of [content, digest, der.length - 1]) {
      const changed = Uint8Array.from(der);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await verifySignature(changed, { trusted })).toMatchObject({ value: { status: "invalid" } });
    }
  });

  it("opens to the exact bytes", async () => {
    const opened = await openSigned(await signed(profileBytes));
    expect(opened.ok && opened.value && Buffer.compare(opened.value.content, profileBytes)).toBe(0);
  });
});
