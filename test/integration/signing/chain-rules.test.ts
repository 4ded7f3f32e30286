import { afterAll, beforeAll, expect, it } from "vitest";
import { openSigned } from "../../../main/signing/index.ts";
import {
  type CertificateOrder,
  describeWithOpenssl,
  makeCertificate,
  makeFamily,
  opensslSign,
  opensslVerify,
  openWorkshop,
  type Workshop,
} from "./support/openssl.ts";
import { profileBytes } from "./support/profile.ts";

let workshop: Workshop;

beforeAll(() => {
  workshop = openWorkshop();
  makeFamily(workshop);
  workshop.write("in", profileBytes);
});
afterAll(() => workshop.remove());

/** Certificates from the one below the root downwards; the last of them signs. */
async function signedBelow(...orders: readonly Omit<CertificateOrder, "subject">[]) {
  for (const order of orders) makeCertificate(workshop, { ...order, subject: `/CN=Contoso ${order.name}` });
  const names = orders.map(({ name }) => name);
  workshop.write(
    "beside.pem",
    Buffer.concat([...names.slice(0, -1), "issuing"].map((name) => workshop.read(`${name}.pem`))),
  );
  opensslSign(workshop, { input: "in", by: names.at(-1) ?? "", beside: "beside.pem" });
  const opened = await openSigned(workshop.read("signed"), { trusted: [workshop.read("root.pem")] });
  const theirs = opensslVerify(workshop, "signed", workshop.path("root.pem"));
  return { signature: opened.ok ? opened.value?.signature : opened.problem, openssl: theirs.ok };
}

describeWithOpenssl("a chain that an authority was not allowed to make", () => {
  it("attack: goes on below an authority that may have none below it", async () => {
    const { signature, openssl } = await signedBelow(
      { name: "below", kind: "cross", issuer: "issuing" },
      { name: "low", kind: "leaf", issuer: "below" },
    );
    expect(signature).toMatchObject({ status: "untrusted", why: expect.stringContaining("Contoso Issuing") });
    expect(openssl).toBe(false);
    const allowed = await signedBelow(
      { name: "wide", kind: "cross", issuer: "root" },
      { name: "wider", kind: "cross", issuer: "wide" },
      { name: "deep", kind: "leaf", issuer: "wider" },
    );
    expect(allowed).toMatchObject({ signature: { status: "valid" }, openssl: true });
  });

  it("attack: holds a rule that nobody knows", async () => {
    const { signature, openssl } = await signedBelow({ name: "odd", kind: "strange", issuer: "issuing" });
    expect(signature).toMatchObject({ status: "untrusted", why: expect.stringContaining("1.2.3.4") });
    expect(openssl).toBe(false);
  });

  it("attack: limits the names below it, which is not looked at here", async () => {
    const { signature } = await signedBelow(
      { name: "narrow", kind: "narrow", issuer: "root" },
      { name: "inside", kind: "leaf", issuer: "narrow" },
    );
    expect(signature).toMatchObject({
      status: "untrusted",
      why: expect.stringContaining("limits the names"),
    });
  });

  it("attack: was signed with MD5, which can be forged", async () => {
    const { signature } = await signedBelow({
      name: "weak",
      kind: "leaf",
      issuer: "issuing",
      digest: "-md5",
    });
    expect(signature).toMatchObject({ status: "untrusted" });
  });
});
