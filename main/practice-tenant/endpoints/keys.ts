import { isFailure } from "../errors/failure.ts";
import { json } from "../server/http.ts";
import type { Practice } from "../server/practice.ts";
import { findTenant } from "../sign-in/find-tenant.ts";
import { issuer } from "../tokens/claims.ts";
import type { Endpoint } from "./endpoint.ts";
import { failureAnswer } from "./failure-answer.ts";

/** `/{tenant}/discovery/v2.0/keys`: every key names its issuer. */
export const keysV2: Endpoint = async (request, practice, segment) => {
  const path = findTenant(segment, practice.tenant());
  if (isFailure(path)) return failureAnswer(request, practice, path, "v2");
  const tenantId = path === "tenant" ? practice.tenant().id : "{tenantid}";
  return json(200, { keys: await publicKeys(practice, { issuer: issuer(practice.origin, tenantId, "v2") }) });
};

/** `/common/discovery/keys`: the same keys without an issuer (uncertain). */
export const keysV1: Endpoint = async (_request, practice) =>
  json(200, { keys: await publicKeys(practice, {}) });

async function publicKeys(practice: Practice, extra: object): Promise<readonly object[]> {
  const keys = await practice.keys.published();
  return keys.map((key) => ({
    kty: "RSA",
    use: "sig",
    kid: key.kid,
    x5t: key.kid,
    n: key.publicJwk.n,
    e: key.publicJwk.e,
    x5c: [key.certificate],
    cloud_instance_name: "microsoftonline.com",
    ...extra,
  }));
}
