import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Expected, verifyOwnSignature } from "../../../main/signing/sign/verify-own-signature.ts";
import {
  describeWithOpenssl,
  makeFamily,
  opensslSign,
  opensslSignAgain,
  openWorkshop,
  type Workshop,
} from "./support/openssl.ts";
import { profileBytes } from "./support/profile.ts";

let workshop: Workshop;
let expected: Expected;

beforeAll(() => {
  workshop = openWorkshop();
  makeFamily(workshop);
  workshop.write("in", profileBytes);
  const [certificate, issuing] = ["leaf.pem", "issuing.pem"].map(
    (name) => new X509Certificate(workshop.read(name)),
  );
  if (certificate === undefined || issuing === undefined) throw new Error("no certificates");
  expected = { content: profileBytes, certificate, chain: [issuing], now: new Date() };
});
afterAll(() => workshop.remove());

function signed(...options: readonly string[]): Uint8Array {
  return opensslSign(workshop, {
    input: "in",
    beside: null,
    options: ["-nodetach", "-outform", "DER", ...options],
  });
}

const complete = ["-certfile", "issuing.pem", "-md", "sha256"];
const detail = async (bytes: Uint8Array, wanted: Partial<Expected> = {}) => {
  const result = await verifyOwnSignature(bytes, { ...expected, ...wanted });
  return result.ok ? null : result.problem.detail;
};

describeWithOpenssl("the check after every signature", () => {
  it("passes what was asked for", async () => {
    expect(await detail(signed(...complete))).toBeNull();
  });

  it("finds another content, in length or in a byte", async () => {
    const changed = Uint8Array.from(profileBytes);
    changed[100] = 0x21;
    for (const content of [changed, profileBytes.subarray(1), new Uint8Array()]) {
      expect(await detail(signed(...complete), { content })).toContain(
        "not the profile that was to be signed",
      );
    }
  });

  it("finds another signer", async () => {
    const certificate = new X509Certificate(workshop.read("issuing.pem"));
    expect(await detail(signed(...complete), { certificate })).toContain(
      "not with the certificate that was picked",
    );
  });

  it("finds a missing issuer", async () => {
    expect(await detail(signed("-md", "sha256"))).toContain("chain of certificates inside it is incomplete");
  });

  it("finds a weaker digest", async () => {
    expect(await detail(signed("-certfile", "issuing.pem", "-md", "sha1"))).toContain("sha1, not SHA-256");
  });

  it("finds a date outside the validity", async () => {
    const now = new Date(Date.now() + 400 * 86_400_000);
    expect(await detail(signed(...complete), { now })).toContain("not valid today");
  });

  it("finds a second signer", async () => {
    const twice = opensslSignAgain(workshop, signed(...complete), "root");
    expect(await detail(twice)).toContain("2 signers");
  });

  it("finds what is no signature at all", async () => {
    expect(await detail(profileBytes)).toContain("not a CMS signature");
  });
});
