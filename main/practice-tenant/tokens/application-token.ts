import type { EndpointVersion } from "../errors/error-body.ts";
import type { Practice } from "../server/practice.ts";
import type { Client } from "../sign-in/find-client.ts";
import type { Target } from "../sign-in/target.ts";
import { signAccessToken } from "./access-token.ts";
import { issuer } from "./claims.ts";

const SECONDS = 3_599;

/** The body of a client-credentials answer: an access token without a person, with the app's permissions as `roles`. */
export async function applicationTokenBody(
  practice: Practice,
  version: EndpointVersion,
  client: Client,
  target: Target,
): Promise<Readonly<Record<string, unknown>>> {
  const tenant = practice.tenant();
  const now = Math.floor(practice.now() / 1_000);
  const roles = client.app.grants
    .filter((grant) => grant.consentType === "Application" && grant.resourceAppId === target.resourceAppId)
    .flatMap((grant) => grant.scope.split(/\s+/));
  const objectId = client.app.servicePrincipal?.id ?? client.clientId;
  const token = await signAccessToken(practice, target.resourceAppId, {
    aud: target.resourceIdentifier,
    iss: issuer(practice.origin, tenant.id, "v1"),
    iat: now - 300,
    nbf: now - 300,
    exp: now + SECONDS,
    appid: client.clientId,
    appidacr: "1",
    idtyp: "app",
    oid: objectId,
    sub: objectId,
    tid: tenant.id,
    ...(roles.length === 0 ? {} : { roles }),
    ver: "1.0",
  });
  const seconds = version === "v1" ? String(SECONDS) : SECONDS;
  return { token_type: "Bearer", expires_in: seconds, ext_expires_in: seconds, access_token: token };
}
