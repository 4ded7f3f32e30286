import type { TokenReport } from "../../core/login-result.ts";
import { MICROSOFT_GRAPH, WINDOWS_AZURE_AD } from "../../core/microsoft-apps.ts";
import { shownValue, utcText } from "../../core/oidc/claim-text.ts";
import { type MadeCheck, notMade, signatureChecks, tokenReport } from "../../core/oidc/made-check.ts";
import { type Decoded, decodeToken } from "./decode.ts";
import { checkSignature } from "./signature.ts";

/** Resources of Microsoft whose tokens only they can verify. */
const microsoft: ReadonlyMap<string, string> = new Map([
  [MICROSOFT_GRAPH, "Microsoft Graph"],
  ["https://graph.microsoft.com", "Microsoft Graph"],
  [WINDOWS_AZURE_AD, "Windows Azure Active Directory"],
  ["https://graph.windows.net", "Windows Azure Active Directory"],
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
  if (typeof token !== "string" || decoded === null || !decoded.ok) return null;
  return tokenReport(decoded, [
    ...(await checkSender(token, decoded, keys)),
    audience(decoded.claims),
    times(decoded.claims),
  ]);
}

async function checkSender(token: string, decoded: Decoded, keys: unknown): Promise<readonly MadeCheck[]> {
  const { header, claims } = decoded;
  const owner = ownerOf(claims.aud) ?? ("nonce" in header ? "the API that it is for" : null);
  if (owner !== null) return unchecked(`Only ${owner} can check it. To everybody else the token is opaque.`);
  if (keys === null) return unchecked("The provider's keys were not read in this run.");
  return checkSignature(token, header.alg, keys);
}

function unchecked(why: string): readonly MadeCheck[] {
  return [notMade(signatureChecks.algorithm, why), notMade(signatureChecks.signature, why)];
}

function ownerOf(audience: unknown): string | null {
  return typeof audience === "string" ? (microsoft.get(audience.replace(/\/$/, "")) ?? null) : null;
}

/** RFC 9068 section 4: the resource server refuses a token that is for another. */
function audience({ aud }: Decoded["claims"]): MadeCheck {
  const detail = `aud is ${shownValue(aud)}. The API that it is for has to check it.`;
  return notMade({ id: "audience", title: "Audience" }, detail);
}

/** RFC 9068 section 4 as well. */
function times({ exp }: Decoded["claims"]): MadeCheck {
  const stated = typeof exp === "number" ? `Valid until ${utcText(exp)}.` : "exp is missing.";
  return notMade({ id: "times", title: "Times" }, `${stated} The API that it is for has to check it.`);
}
