import { jwtVerify } from "jose";
import type { Practice } from "../server/practice.ts";
import { MICROSOFT_GRAPH, microsoftResource } from "../sign-in/well-known.ts";
import { hashedNonce } from "./access-token.ts";

/** Who calls Microsoft Graph, and with which permissions. */
export type GraphCaller = {
  /** Null for an app without a user. */
  readonly userId: string | null;
  /** The app that the token was given to. */
  readonly clientId: string | null;
  /** Lower-cased names from `scp` or `roles`. */
  readonly permissions: ReadonlySet<string>;
};

/**
 * Verifies an access token that this tenant issued for Microsoft Graph. Only Graph can: the signature is over the
 * hash of the header's nonce.
 *
 * @returns the caller, or null for a token that is not for Graph, is too old or is not ours
 */
export async function readGraphToken(practice: Practice, token: string): Promise<GraphCaller | null> {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const signed = signedHeader(header);
  if (signed === null) return null;
  for (const key of await practice.keys.published()) {
    try {
      const verified = await jwtVerify(`${signed}.${payload}.${signature}`, key.publicKey, {
        algorithms: ["RS256"],
        currentDate: new Date(practice.now()),
      });
      const { aud, oid, scp, roles, idtyp, appid, azp } = verified.payload;
      if (typeof aud !== "string" || microsoftResource(aud) !== MICROSOFT_GRAPH) return null;
      const names = typeof scp === "string" ? scp.split(" ") : Array.isArray(roles) ? roles.map(String) : [];
      const userId = idtyp === "app" || typeof oid !== "string" ? null : oid;
      const clientId = [appid, azp].find((id) => typeof id === "string");
      return {
        userId,
        clientId: typeof clientId === "string" ? clientId : null,
        permissions: new Set(names.map((name) => name.toLowerCase())),
      };
    } catch {
      // Signed by another key, or too old: the next key decides.
    }
  }
  return null;
}

function signedHeader(header: string): string | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(header, "base64url").toString("utf8"));
    if (typeof parsed !== "object" || parsed === null || !("nonce" in parsed)) return null;
    const signed = { ...parsed, nonce: hashedNonce(String(parsed.nonce)) };
    return Buffer.from(JSON.stringify(signed)).toString("base64url");
  } catch {
    return null; // Not a JWT header: the caller answers that the token is not valid.
  }
}
