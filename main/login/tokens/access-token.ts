import type { TokenReport } from "../../core/verdict/login-result.ts";
import { decodeToken } from "./decode.ts";
import { checkSignature } from "./signature.ts";

/** Resources of Microsoft whose tokens only they can verify. */
const microsoft: ReadonlySet<string> = new Set([
  "00000003-0000-0000-c000-000000000000",
  "00000002-0000-0000-c000-000000000000",
  "https://graph.microsoft.com",
  "https://graph.windows.net",
]);

/**
 * What an access token shows of itself. It is meant for the resource and not for the client, so it decides nothing about the
 * run. Graph's tokens are opaque (https://learn.microsoft.com/entra/identity-platform/access-tokens) and stay unchecked; one for
 * the tenant's own API is verified, because its `amr` is evidence for the factors. Null for a token that is no JWT.
 *
 * @param keys the provider's key set, or null where it was not read
 */
export async function reportAccessToken(token: unknown, keys: unknown): Promise<TokenReport | null> {
  const decoded = typeof token === "string" ? decodeToken(token) : null;
  if (typeof token !== "string" || decoded === null) return null;
  const { header, claims } = decoded;
  if (keys === null || "nonce" in header || isMicrosoft(claims.aud)) {
    return { claims, header, signature: "unchecked", problems: [] };
  }
  const { signature, problems } = await checkSignature(token, header.alg, keys);
  return { claims, header, signature, problems: problems.map((problem) => problem.text) };
}

function isMicrosoft(audience: unknown): boolean {
  return typeof audience === "string" && microsoft.has(audience.replace(/\/$/, ""));
}
