import { readProviderJson, refusalWords } from "../../core/json/read-bounded.ts";

type Members = Readonly<Record<string, unknown>>;

/** A token taken apart without believing it. */
export type Decoded = {
  readonly header: Members & { readonly alg?: unknown };
  readonly claims: Members & { readonly aud?: unknown; readonly exp?: unknown };
};

/** A token taken apart, or the end of a sentence that says why it was not: “The ID token …”. */
export type DecodedToken = ({ readonly ok: true } & Decoded) | { readonly ok: false; readonly why: string };

const noJwt: DecodedToken = { ok: false, why: "is no JWT" };

/**
 * Header and claims of a compact JWS (RFC 7515 section 7.1), read within the limits for everything that comes from a
 * provider. Opaque access tokens are no JWT.
 */
export function decodeToken(token: string): DecodedToken {
  const parts = token.split(".", 4);
  const [first, second, signature] = parts;
  if (first === undefined || second === undefined || signature === undefined || parts.length !== 3)
    return noJwt;
  const header = readPart(first);
  if (!header.ok) return header;
  const claims = readPart(second);
  return claims.ok ? { ok: true, header: header.members, claims: claims.members } : claims;
}

type Part = { readonly ok: true; readonly members: Members } | { readonly ok: false; readonly why: string };

function readPart(part: string): Part {
  if (!/^[\w-]+$/.test(part)) return { ok: false, why: "is no JWT" };
  const read = readProviderJson(Buffer.from(part, "base64url").toString("utf8"));
  if (!read.ok)
    return { ok: false, why: read.because === "not-json" ? "is no JWT" : refusalWords(read.because) };
  const { value } = read;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { ok: false, why: "is no JWT" };
  return { ok: true, members: Object.fromEntries(Object.entries(value)) };
}
