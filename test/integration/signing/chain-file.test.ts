import { afterAll, beforeAll, expect, it } from "vitest";
import { run as sign } from "../../../main/hosts/command-line/commands/sign.ts";
import { type IdentitySource, readIdentity, verifySignature } from "../../../main/signing/index.ts";
import {
  describeWithOpenssl,
  makeFamily,
  makeP12,
  opensslVerify,
  openWorkshop,
  type Workshop,
} from "./support/openssl.ts";
import { profileBytes } from "./support/profile.ts";
import { call } from "./support/terminal.ts";

let workshop: Workshop;

beforeAll(() => {
  workshop = openWorkshop();
  makeFamily(workshop);
  workshop.write("in.mobileconfig", profileBytes);
  const issuers = ["-certfile", "issuing.pem", "-certfile", "root.pem"];
  const make = (out: string, form: string, files: readonly string[]) =>
    workshop.run("crl2pkcs7", "-nocrl", ...files, "-outform", form, "-out", out);
  make("chain.p7b", "PEM", issuers);
  make("chain.p7c", "DER", issuers);
  make("all.p7b", "DER", ["-certfile", "leaf.pem", ...issuers]);
  make("root-only.p7b", "PEM", ["-certfile", "root.pem"]);
  const pem = Buffer.from(workshop.read("chain.p7b")).toString();
  workshop.write("mislabelled.pem", pem.replaceAll("PKCS7", "CERTIFICATE"));
  workshop.run("crl2pkcs7", "-nocrl", "-outform", "DER", "-out", "empty.p7b");
});
afterAll(() => workshop.remove());

const pair = (chain?: string, certificate = "leaf.pem"): IdentitySource => ({
  kind: "pem",
  certificate: workshop.read(certificate),
  key: workshop.read("leaf.key"),
  ...(chain === undefined ? {} : { chain: workshop.read(chain) }),
});

async function chainOf(source: IdentitySource, word: string | null = null) {
  const identity = await readIdentity(source, word);
  if (!identity.ok) return identity.problem.code;
  const { chain, missingIssuer } = identity.value;
  return { chain: chain.map(({ subject }) => subject.split("CN=")[1]), missingIssuer };
}

describeWithOpenssl("a PKCS #7 chain beside the identity", () => {
  it("completes it, as PEM, as DER, and under the label of a certificate", async () => {
    expect(await chainOf(pair())).toEqual({ chain: [], missingIssuer: "O=Contoso, CN=Contoso Issuing" });
    for (const file of ["chain.p7b", "chain.p7c", "mislabelled.pem"])
      expect(await chainOf(pair(file)), file).toEqual({ chain: ["Contoso Issuing"], missingIssuer: null });
  });

  it("may be the file of the certificate itself, and completes a .p12", async () => {
    const whole = { chain: ["Contoso Issuing"], missingIssuer: null };
    expect(await chainOf(pair(undefined, "all.p7b"))).toEqual(whole);
    const bytes = makeP12(workshop, "alone.p12", "open sesame", []);
    const chain = workshop.read("chain.p7c");
    expect(await chainOf({ kind: "p12", bytes, chain }, "open sesame")).toEqual(whole);
  });

  it("names who is still missing", async () => {
    expect(await chainOf(pair("root-only.p7b"))).toEqual({
      chain: [],
      missingIssuer: "O=Contoso, CN=Contoso Issuing",
    });
  });

  it("attack: a chain that is empty, damaged, cut or no chain is one clear problem", async () => {
    const der = workshop.read("chain.p7c");
    workshop.write("cut.p7c", der.subarray(0, der.length - 100));
    workshop.write("text.p7b", "not a chain");
    for (const file of ["empty.p7b", "cut.p7c", "text.p7b"])
      expect(await chainOf(pair(file)), file).toBe("certificate-unreadable");
    for (let at = 0; at < der.length; at += 13) {
      const changed = Uint8Array.from(der);
      changed[at] = (changed[at] ?? 0) ^ 0x41;
      const answer = await readIdentity({ ...pair(), chain: changed }, null);
      // Whatever is in it, what is signed stays the certificate of the key.
      if (answer.ok) expect(answer.value.signer.subject).toBe("O=Contoso, CN=Contoso Profiles");
    }
  });

  it("never gives the signer: a key that fits a certificate of the chain only does not fit", async () => {
    workshop.write("other.pem", workshop.read("issuing.pem"));
    expect(await chainOf(pair("all.p7b", "other.pem"))).toBe("key-mismatch");
  });

  it("roots to trust may come as PKCS #7 too", async () => {
    const out = workshop.path("out.mobileconfig");
    const options = { out, cert: workshop.path("leaf.pem"), key: workshop.path("leaf.key") };
    const chain = workshop.path("chain.p7b");
    const signed = await call(sign, [workshop.path("in.mobileconfig")], { ...options, chain });
    expect(signed.exitCode).toBe(0);
    expect(signed.stderr).not.toContain("no certificate of");
    expect(opensslVerify(workshop, out, workshop.path("root.pem")).ok).toBe(true);
    const trusted = [workshop.read("root-only.p7b")];
    expect(await verifySignature(workshop.read("out.mobileconfig"), { trusted })).toMatchObject({
      value: { status: "valid" },
    });
  });

  it("is named in the problem, and does not go with the keychain", async () => {
    const out = workshop.path("never");
    const options = { out, cert: workshop.path("leaf.pem"), key: workshop.path("leaf.key") };
    const input = workshop.path("in.mobileconfig");
    const bad = await call(sign, [input], { ...options, chain: workshop.path("text.p7b") });
    expect(bad.problem?.title).toContain("text.p7b");
    const mixed = await call(sign, [input], { out, keychain: "00", chain: workshop.path("chain.p7b") });
    expect(mixed.problem?.code).toBe("wrong-call");
  });
});
