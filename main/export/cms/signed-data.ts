import { X509Certificate } from "node:crypto";
import { type BaseBlock, Constructed, fromBER, OctetString } from "asn1js";
import { Certificate, ContentInfo, SignedData, type SignerInfo } from "pkijs";
import type { Result } from "../../core/problem.ts";
import { fail, succeed } from "../../core/problem.ts";
import { cmsKind, withoutArmour } from "./cms-envelope.ts";
import { damagedCms, detachedCms, notSignedCms } from "./cms-problems.ts";

/** A parsed CMS SignedData with its attached content (RFC 5652 §5.1). */
export type ParsedSignedData = {
  readonly content: Uint8Array;
  readonly contentType: string;
  readonly signerInfos: readonly SignerInfo[];
  readonly certificates: readonly EmbeddedCertificate[];
};

/** One certificate of the file: as pkijs sees its fields, and as OpenSSL sees its signature. */
export type EmbeddedCertificate = { readonly fields: Certificate; readonly x509: X509Certificate };

/**
 * Reads CMS SignedData in DER, BER (indefinite lengths, constructed strings) or PEM.
 *
 * @returns null when the bytes are not CMS at all
 */
export function parseSignedData(bytes: Uint8Array): Result<ParsedSignedData> | null {
  const ber = withoutArmour(bytes);
  const kind = cmsKind(ber);
  if (kind === "none") return null;
  if (kind === "other") return fail(notSignedCms());
  try {
    return parse(ber);
  } catch (error) {
    // pkijs and asn1js report every structural fault by throwing; a stack overflow through deep nesting ends here too.
    return fail(damagedCms(error instanceof Error ? firstSentence(error.message) : "unknown fault"));
  }
}

function parse(ber: Uint8Array): Result<ParsedSignedData> {
  const outer = fromBER(ber);
  if (outer.offset === -1) return fail(damagedCms(firstSentence(outer.result.error)));
  const signedData = new SignedData({ schema: new ContentInfo({ schema: outer.result }).content });
  const { eContent, eContentType } = signedData.encapContentInfo;
  if (eContent === undefined) return fail(detachedCms());
  const content = octets(eContent);
  if (content === null) return fail(damagedCms("its content is not an OCTET STRING"));
  const certificates = (signedData.certificates ?? [])
    .filter((item) => item instanceof Certificate)
    .map((fields) => ({ fields, x509: new X509Certificate(new Uint8Array(fields.toSchema().toBER())) }));
  return succeed({ content, contentType: eContentType, signerInfos: signedData.signerInfos, certificates });
}

/** The bytes of an OCTET STRING, primitive or constructed to any depth (X.690 §8.7); null for any other element. */
function octets(block: BaseBlock): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  const pending: BaseBlock[] = [block];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!(next instanceof OctetString) && !(next instanceof Constructed)) return null;
    if (next instanceof OctetString && !next.idBlock.isConstructed) {
      pieces.push(next.valueBlock.valueHexView);
      continue;
    }
    pending.push(...[...next.valueBlock.value].reverse());
  }
  const only = pieces.length === 1 ? pieces[0] : undefined;
  return only === undefined ? new Uint8Array(Buffer.concat(pieces)) : only;
}

function firstSentence(text: string): string {
  return text.split(/[\n.]/, 1)[0]?.slice(0, 160) || "unreadable ASN.1";
}
