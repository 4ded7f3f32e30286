import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { tag } from "../../../../main/signing/asn1/ber.ts";
import { der, derOid, derSmallInteger, derTime } from "../../../../main/signing/asn1/der.ts";
import { oid } from "../../../../main/signing/cms/algorithms.ts";

/** A certificate with its key as PEM, made in this process: these tests run where there is no openssl. */
export type Made = {
  readonly name: string;
  readonly key: KeyObject;
  readonly certificate: string;
  readonly keyPem: string;
};

/** Makes a certificate signed by `issuer`, or by itself; valid from an hour ago for a day (RFC 5280 §4.1). */
export function makeCertificate(
  name: string,
  options: { readonly issuer?: Made; readonly ca?: boolean } = {},
): Made {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = der(tag.sequence, derOid(oid.ecdsaWithSha256));
  const basicConstraints = der(
    tag.sequence,
    ...(options.ca === true ? [der(tag.boolean, Uint8Array.of(0xff))] : []),
  );
  const extension = der(tag.sequence, derOid("2.5.29.19"), der(tag.octetString, basicConstraints));
  const toBeSigned = der(
    tag.sequence,
    der(tag.context(0), derSmallInteger(2)),
    derSmallInteger(1 + (name.length % 100)),
    algorithm,
    distinguishedName(options.issuer?.name ?? name),
    der(tag.sequence, derTime(new Date(Date.now() - 3_600_000)), derTime(new Date(Date.now() + 86_400_000))),
    distinguishedName(name),
    new Uint8Array(publicKey.export({ type: "spki", format: "der" })),
    der(tag.context(3), der(tag.sequence, extension)),
  );
  const signature = sign("sha256", toBeSigned, options.issuer?.key ?? privateKey);
  const bitString = der(0x03, Uint8Array.of(0), signature);
  const whole = Buffer.from(der(tag.sequence, toBeSigned, algorithm, bitString));
  return {
    name,
    key: privateKey,
    certificate: `-----BEGIN CERTIFICATE-----\n${whole.toString("base64")}\n-----END CERTIFICATE-----\n`,
    keyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function distinguishedName(commonName: string): Uint8Array {
  const value = der(0x0c, new TextEncoder().encode(commonName));
  return der(tag.sequence, der(tag.set, der(tag.sequence, derOid("2.5.4.3"), value)));
}
