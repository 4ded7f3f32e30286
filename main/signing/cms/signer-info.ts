import { type BerElement, BerFault, childrenOf, tag } from "../asn1/ber.ts";
import { inDer } from "../asn1/der.ts";
import { expectTag, fieldsOf, octetsOf, oidText, smallInteger } from "../asn1/values.ts";

/** How a signature names its certificate (RFC 5652 §5.3). */
export type SignerIdentifier =
  | { readonly kind: "issuer-and-serial"; readonly issuer: Uint8Array; readonly serial: Uint8Array }
  | { readonly kind: "key-identifier"; readonly keyIdentifier: Uint8Array };

/** An algorithm with its parameters as they stand. */
export type Algorithm = { readonly oid: string; readonly parameters: BerElement | null };

/** The attributes that the signature covers. */
export type SignedAttributes = {
  /** What the signature covers: a SET in DER (RFC 5652 §5.4). */
  readonly covered: Uint8Array;
  /** Every attribute in order; the same type may stand twice in a bad file. */
  readonly list: readonly { readonly type: string; readonly values: readonly BerElement[] }[];
};

/** One signature of a file (RFC 5652 §5.3). Unsigned attributes prove nothing and are not read. */
export type SignerInfo = {
  /** As it stands: 1 goes with issuer and serial number, 3 with a key identifier (RFC 5652 §5.3). */
  readonly version: number;
  readonly signer: SignerIdentifier;
  readonly digestAlgorithm: Algorithm;
  readonly signedAttributes: SignedAttributes | null;
  readonly signatureAlgorithm: Algorithm;
  readonly signature: Uint8Array;
};

/** Reads a SignerInfo; throws `BerFault` when it is none. */
export function readSignerInfo(element: BerElement): SignerInfo {
  const fields = fieldsOf(expectTag(element, tag.sequence, "signer"));
  const version = smallInteger(fields.take(tag.integer, "version of a signer"));
  const signer = readIdentifier(fields.takeAny());
  const digestAlgorithm = readAlgorithm(fields.take(tag.sequence, "digest algorithm"));
  const attributes = fields.takeIf(tag.context(0));
  const signatureAlgorithm = readAlgorithm(fields.take(tag.sequence, "signature algorithm"));
  const signature = fields.takeIf(tag.octetString) ?? fields.take(tag.octetStringInPieces, "signature");
  return {
    version,
    signer,
    digestAlgorithm,
    signedAttributes: attributes === null ? null : readAttributes(attributes),
    signatureAlgorithm,
    signature: octetsOf(signature),
  };
}

function readIdentifier(element: BerElement | null): SignerIdentifier {
  if (element?.tag === tag.contextPrimitive(0))
    return { kind: "key-identifier", keyIdentifier: element.content };
  if (element?.tag !== tag.sequence) throw new BerFault("a signer is not named");
  const fields = fieldsOf(element);
  const issuer = fields.take(tag.sequence, "issuer of a signer");
  return {
    kind: "issuer-and-serial",
    issuer: inDer(issuer),
    serial: fields.take(tag.integer, "serial number of a signer").content,
  };
}

/** Reads an AlgorithmIdentifier. */
export function readAlgorithm(element: BerElement): Algorithm {
  const fields = fieldsOf(element);
  return { oid: oidText(fields.take(tag.objectIdentifier, "algorithm")), parameters: fields.takeAny() };
}

/** Whether an algorithm without settings of its own has none: absent, or NULL (RFC 5754 §2, RFC 3370 §3). */
export function hasNoParameters({ parameters }: Algorithm): boolean {
  return parameters === null || (parameters.tag === tag.null && parameters.content.length === 0);
}

function readAttributes(element: BerElement): SignedAttributes {
  const list = childrenOf(element).map((attribute) => {
    const fields = fieldsOf(expectTag(attribute, tag.sequence, "signed attribute"));
    const type = oidText(fields.take(tag.objectIdentifier, "type of a signed attribute"));
    return { type, values: childrenOf(fields.take(tag.set, "value of a signed attribute")) };
  });
  const covered = inDer(element);
  // In the file the set carries the tag [0]; the signature covers it as the SET it is.
  covered[0] = tag.set;
  return { covered, list };
}
