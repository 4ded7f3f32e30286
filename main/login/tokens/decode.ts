import * as jose from "jose";

/** A token taken apart without believing it. */
export type Decoded = { readonly header: jose.ProtectedHeaderParameters; readonly claims: jose.JWTPayload };

/** Header and claims of a compact JWT; null when it is none (opaque access tokens are not). */
export function decodeToken(token: string): Decoded | null {
  try {
    return { header: jose.decodeProtectedHeader(token), claims: jose.decodeJwt(token) };
  } catch {
    return null;
  }
}
