import type { TokenReport } from "../../core/verdict/login-result.ts";
import { decodeToken } from "./decode.ts";

/**
 * What an access token shows of itself. It is meant for the resource and not for the client, so it is read as a hint and
 * never verified: Graph's tokens must be treated as opaque (https://learn.microsoft.com/entra/identity-platform/access-tokens).
 * Null for an opaque one.
 */
export function reportAccessToken(token: unknown): TokenReport | null {
  const decoded = typeof token === "string" ? decodeToken(token) : null;
  if (decoded === null) return null;
  return { claims: decoded.claims, header: decoded.header, signature: "unchecked", problems: [] };
}
