import { afterAll, beforeAll, expect, it } from "vitest";
import { type OpenedSigned, openSigned, verifySignature } from "../../../main/signing/index.ts";
import {
  describeWithOpenssl,
  makeCertificate,
  makeFamily,
  opensslSign,
  opensslSignAgain,
  openWorkshop,
  type Workshop,
} from "./support/openssl.ts";
import { profileBytes } from "./support/profile.ts";

let workshop: Workshop;
let trusted: readonly Uint8Array[];

beforeAll(() => {
  workshop = openWorkshop();
  makeFamily(workshop);
  workshop.write("in.mobileconfig", profileBytes);
  trusted = [workshop.read("root.pem")];
});
afterAll(() => workshop.remove());

const input = "in.mobileconfig";
const sign = (...options: readonly string[]) => opensslSign(workshop, { input, options });

const attached = ["-nodetach"];

async function opened(bytes: Uint8Array, now?: Date): Promise<OpenedSigned> {
  const result = await openSigned(bytes, now === undefined ? { trusted } : { trusted, now });
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.detail}`);
  if (result.value === null) throw new Error("not recognized as CMS");
  return result.value;
}

describeWithOpenssl("a file that openssl signed", () => {
  const forms: Record<string, readonly string[]> = {
    DER: ["-outform", "DER"],
    PEM: ["-outform", "PEM"],
    "BER with indefinite lengths": ["-outform", "DER", "-stream"],
    "PEM of BER": ["-outform", "PEM", "-stream"],
    "key identifier instead of issuer and serial": ["-outform", "DER", "-keyid"],
    "no signed attributes": ["-outform", "DER", "-noattr"],
    "RSA-PSS": ["-outform", "DER", "-keyopt", "rsa_padding_mode:pss"],
    "SHA-512": ["-outform", "DER", "-md", "sha512"],
    "SHA-1": ["-outform", "DER", "-md", "sha1"],
  };
  for (const [name, options] of Object.entries(forms)) {
    it(`opens and is valid: ${name}`, async () => {
      const { content, signature } = await opened(sign(...attached, ...options));
      expect(Buffer.compare(content, profileBytes)).toBe(0);
      expect(signature).toMatchObject({ status: "valid" });
    });
  }

  it("opens when long content came in many pieces", async () => {
    const long = new Uint8Array(3_000_000).fill(0x41);
    workshop.write("long", long);
    const options = ["-stream", "-nodetach", "-outform", "DER"];
    const { content, signature } = await opened(opensslSign(workshop, { input: "long", options }));
    expect(Buffer.compare(content, long)).toBe(0);
    expect(signature.status).toBe("valid");
  });

  it("opens as PKCS#7 of the smime command", async () => {
    workshop.run(
      "smime",
      "-sign",
      "-binary",
      "-nodetach",
      "-in",
      "in.mobileconfig",
      "-signer",
      "leaf.pem",
      "-inkey",
      "leaf.key",
      "-certfile",
      "chain.pem",
      "-outform",
      "PEM",
      "-out",
      "smime.pem",
    );
    expect((await opened(workshop.read("smime.pem"))).signature.status).toBe("valid");
  });

  it("is invalid when its certificate is missing", async () => {
    const { content, signature } = await opened(sign(...attached, "-outform", "DER", "-nocerts"));
    expect(Buffer.compare(content, profileBytes)).toBe(0);
    expect(signature).toMatchObject({
      status: "invalid",
      why: expect.stringContaining("does not contain the signer's certificate"),
    });
  });

  it("is untrusted when the issuing certificate is missing", async () => {
    const short = opensslSign(workshop, { input, beside: null });
    expect((await opened(short)).signature.status).toBe("untrusted");
  });

  it("is a problem when the content is detached", async () => {
    const result = await openSigned(sign("-outform", "DER"));
    expect(result).toMatchObject({ ok: false, problem: { code: "cms-detached" } });
  });

  it("is a problem when it is encrypted instead of signed", async () => {
    workshop.run(
      "cms",
      "-encrypt",
      "-binary",
      "-in",
      "in.mobileconfig",
      "-outform",
      "DER",
      "-out",
      "encrypted",
      "leaf.pem",
    );
    expect(await openSigned(workshop.read("encrypted"))).toMatchObject({
      ok: false,
      problem: { code: "cms-not-signed" },
    });
  });
});

describeWithOpenssl("several signers", () => {
  it("are all named, and the worst decides", async () => {
    makeCertificate(workshop, { name: "second", subject: "/CN=Fabrikam Second", kind: "leaf" });
    const both = opensslSignAgain(workshop, sign(...attached, "-outform", "DER"), "second");
    const { signature } = await opened(both);
    expect(signature.signers.map((one) => one.subject).sort()).toEqual([
      "CN=Fabrikam Second",
      "O=Contoso, CN=Contoso Profiles",
    ]);
    expect(signature.status).toBe("untrusted");
    const all = await verifySignature(both, {
      trusted: [...trusted, workshop.read("second.pem")],
    });
    expect(all).toMatchObject({ value: { status: "valid" } });
  });
});

describeWithOpenssl("a chain", () => {
  it("is not trusted through a certificate that may not sign certificates", async () => {
    makeCertificate(workshop, { name: "bare", subject: "/CN=Contoso Bare", kind: "bare", issuer: "issuing" });
    for (const issuer of ["leaf", "bare"]) {
      makeCertificate(workshop, { name: "forged", subject: "/CN=Fabrikam Forged", kind: "leaf", issuer });
      workshop.write("all.pem", Buffer.concat(["leaf.pem", "bare.pem", "issuing.pem"].map(workshop.read)));
      const forged = opensslSign(workshop, { input, by: "forged", beside: "all.pem" });
      expect((await opened(forged)).signature.status, issuer).toBe("untrusted");
    }
  });

  it("is expired when an issuer is, whatever is trusted", async () => {
    makeCertificate(workshop, {
      name: "old-issuing",
      subject: "/CN=Contoso Old Issuing",
      kind: "issuing",
      issuer: "root",
      days: -1,
    });
    makeCertificate(workshop, {
      name: "young",
      subject: "/CN=Contoso Young",
      kind: "leaf",
      issuer: "old-issuing",
    });
    const signed = opensslSign(workshop, { input, by: "young", beside: "old-issuing.pem" });
    expect((await opened(signed)).signature.status).toBe("expired");
    expect(await verifySignature(signed)).toMatchObject({
      value: { status: "expired" },
    });
  });
});
