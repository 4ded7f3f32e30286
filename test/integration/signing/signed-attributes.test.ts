import { createHash, createPrivateKey, type KeyObject, sign, X509Certificate } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { tag } from "../../../main/signing/asn1/ber.ts";
import { der, derOid, derSetOf, derSmallInteger } from "../../../main/signing/asn1/der.ts";
import { oid } from "../../../main/signing/cms/algorithms.ts";
import { certificateFields } from "../../../main/signing/cms/certificate-fields.ts";
import { type SignatureReport, verifySignature } from "../../../main/signing/index.ts";
import { describeWithOpenssl, makeCertificate, openWorkshop, type Workshop } from "./support/openssl.ts";
import { profileBytes } from "./support/profile.ts";

let workshop: Workshop;
let certificate: X509Certificate;
let key: KeyObject;

beforeAll(() => {
  workshop = openWorkshop();
  makeCertificate(workshop, { name: "own", subject: "/CN=Contoso Own", kind: "leaf" });
  certificate = new X509Certificate(workshop.read("own.pem"));
  key = createPrivateKey(Buffer.from(workshop.read("own.key")));
});
afterAll(() => workshop.remove());

const attribute = (type: string, ...values: readonly Uint8Array[]) =>
  der(tag.sequence, derOid(type), derSetOf(tag.set, values));
const digestOf = (content: Uint8Array) => der(tag.octetString, createHash("sha256").update(content).digest());
const typeIsData = attribute(oid.contentType, derOid(oid.data));
const digest = attribute(oid.messageDigest, digestOf(profileBytes));
const sha256 = der(tag.sequence, derOid(oid.sha256));
const rsa = (algorithm: string) => der(tag.sequence, derOid(algorithm), der(tag.null));

type Recipe = {
  /** In the order in which they are written; null for none. */
  readonly attributes: readonly Uint8Array[] | null;
  readonly contentType?: string;
  readonly signatureAlgorithm?: Uint8Array;
  /** Writes the attributes with an indefinite length; they are signed in DER all the same. */
  readonly open?: boolean;
};

/** A signature whose mathematics is right and whose structure is what the recipe says. */
async function statusOf(recipe: Recipe): Promise<SignatureReport | null> {
  const { attributes, contentType = oid.data } = recipe;
  const covered = attributes === null ? profileBytes : der(tag.set, ...attributes);
  const { issuer, serial } = certificateFields(certificate);
  const written = new Uint8Array(Buffer.concat(attributes ?? []));
  const open = new Uint8Array(Buffer.concat([Uint8Array.of(0xa0, 0x80), written, Uint8Array.of(0, 0)]));
  const info = der(
    tag.sequence,
    derSmallInteger(1),
    der(tag.sequence, issuer, der(tag.integer, serial)),
    sha256,
    attributes === null ? new Uint8Array() : recipe.open === true ? open : der(tag.context(0), written),
    recipe.signatureAlgorithm ?? rsa(oid.sha256WithRsa),
    der(tag.octetString, sign("sha256", covered, key)),
  );
  const signedData = der(
    tag.sequence,
    derSmallInteger(1),
    der(tag.set, sha256),
    der(tag.sequence, derOid(contentType), der(tag.context(0), der(tag.octetString, profileBytes))),
    der(tag.context(0), new Uint8Array(certificate.raw)),
    der(tag.set, info),
  );
  const file = der(tag.sequence, derOid(oid.signedData), der(tag.context(0), signedData));
  const report = await verifySignature(file, { trusted: [workshop.read("own.pem")] });
  if (!report.ok) throw new Error(report.problem.detail);
  return report.value;
}

const tstInfo = "1.2.840.113549.1.9.16.1.4";

describeWithOpenssl("signed attributes", () => {
  const right: Record<string, Recipe> = {
    "type and digest": { attributes: [typeIsData, digest] },
    "any order, as it was signed": { attributes: [digest, typeIsData] },
    "an indefinite length": { attributes: [typeIsData, digest], open: true },
    "none, for plain data": { attributes: null },
    "a type that is not data, named in the attributes": {
      attributes: [attribute(oid.contentType, derOid(tstInfo)), digest],
      contentType: tstInfo,
    },
    "rsaEncryption as signature algorithm": {
      attributes: [typeIsData, digest],
      signatureAlgorithm: rsa("1.2.840.113549.1.1.1"),
    },
  };
  for (const [name, recipe] of Object.entries(right)) {
    it(`are accepted: ${name}`, async () =>
      expect(await statusOf(recipe)).toMatchObject({ status: "valid" }));
  }

  const wrong: Record<string, Recipe> = {
    "no content type (RFC 5652 §5.3)": { attributes: [digest] },
    "another content type than the content's": {
      attributes: [attribute(oid.contentType, derOid(tstInfo)), digest],
    },
    "two content types": { attributes: [typeIsData, typeIsData, digest] },
    "no digest": { attributes: [typeIsData] },
    "the digest of another content": {
      attributes: [typeIsData, attribute(oid.messageDigest, digestOf(new Uint8Array()))],
    },
    "two digests, the right one first": {
      attributes: [typeIsData, digest, attribute(oid.messageDigest, digestOf(new Uint8Array()))],
    },
    "two values in the digest": {
      attributes: [
        typeIsData,
        attribute(oid.messageDigest, digestOf(profileBytes), digestOf(new Uint8Array())),
      ],
    },
    "a digest that is no OCTET STRING": {
      attributes: [typeIsData, attribute(oid.messageDigest, derOid(oid.data))],
    },
    "none, for a type that is not data": { attributes: null, contentType: tstInfo },
    "a signature algorithm of another digest": {
      attributes: [typeIsData, digest],
      signatureAlgorithm: rsa("1.2.840.113549.1.1.13"),
    },
    "a signature algorithm of another key type": {
      attributes: [typeIsData, digest],
      signatureAlgorithm: der(tag.sequence, derOid(oid.ecdsaWithSha256)),
    },
    MD5: { attributes: [typeIsData, digest], signatureAlgorithm: rsa("1.2.840.113549.1.1.4") },
    "an algorithm that nobody knows": {
      attributes: [typeIsData, digest],
      signatureAlgorithm: rsa("1.2.3"),
    },
  };
  for (const [name, recipe] of Object.entries(wrong)) {
    it(`are refused: ${name}`, async () =>
      expect(await statusOf(recipe)).toMatchObject({ status: "invalid" }));
  }
});
