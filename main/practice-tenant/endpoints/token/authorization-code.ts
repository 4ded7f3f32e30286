import { createHash } from "node:crypto";
import { isFailure, refuse } from "../../errors/failure.ts";
import { userById } from "../../sign-in/first-factor.ts";
import { findPlatform } from "../../sign-in/redirect-uri.ts";
import { authenticateClient, clientOfRequest, missingParameter } from "./client-authentication.ts";
import { completeGrant } from "./complete-grant.ts";
import type { GrantHandler } from "./grant-handler.ts";

/**
 * Redeems a code: once (54005), in time (70008), by the same client (70000), with the same redirect URI (500112) and
 * with the verifier of its challenge (501481, RFC 7636). The platform of the redirect URI says whether the client is
 * public, confidential (7000218) or a single-page app (9002327).
 */
export const authorizationCodeGrant: GrantHandler = async (request, practice, { version }) => {
  const tenant = practice.tenant();
  const { form } = request;
  const missing = missingParameter(form, ["code", "redirect_uri"]);
  if (missing !== null) return missing;
  const client = clientOfRequest(request, tenant);
  if (isFailure(client)) return client;
  const code = form.get("code") ?? "";
  const issued = practice.memory.codes.get(code);
  if (issued === undefined) return refuse(9002313);
  const platform = findPlatform(issued.redirectUri, client, tenant);
  if (isFailure(platform)) return platform;
  if (platform === "spa" && request.headers["origin"] === undefined) return refuse(9002327);
  const refused = authenticateClient(request, client, platform === "web" ? "confidential" : "public");
  if (refused !== null) return refused;
  if (issued.used) return refuse(54005);
  if (issued.grant.clientId !== client.clientId) return refuse(70000);
  if (issued.expires < practice.now()) return refuse(70008);
  const redirectUri = form.get("redirect_uri") ?? "";
  if (redirectUri !== issued.redirectUri)
    return refuse(500112, { redirectUri, expected: issued.redirectUri });
  if (issued.codeChallenge !== null && challengeOf(form.get("code_verifier") ?? "") !== issued.codeChallenge)
    return refuse(501481);
  practice.memory.codes.set(code, { ...issued, used: true });
  const user = userById(practice, issued.grant.userId);
  if (user === null) return refuse(70000);
  return completeGrant(request, practice, version, issued.grant, user);
};

function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}
