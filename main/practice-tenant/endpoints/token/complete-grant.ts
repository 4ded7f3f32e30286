import type { EndpointVersion } from "../../errors/error-body.ts";
import type { PracticeRequest } from "../../server/http.ts";
import { randomHandle, remember } from "../../server/memory.ts";
import type { Practice } from "../../server/practice.ts";
import type { TenantUser } from "../../tenant/user.ts";
import type { Grant } from "../../tokens/grant.ts";
import { tokenBody } from "../../tokens/token-body.ts";

/**
 * The body of a success with a user. Refresh tokens: v2 gives one for `offline_access` only, v1 always (observed).
 */
export async function completeGrant(
  request: PracticeRequest,
  practice: Practice,
  version: EndpointVersion,
  grant: Grant,
  user: TenantUser,
): Promise<Readonly<Record<string, unknown>>> {
  const body = await tokenBody(practice, version, grant, user, {
    clientInfo: request.form.get("client_info") === "1",
  });
  if (version === "v2" && !grant.target.oidcScopes.includes("offline_access")) return body;
  const refreshToken = `1.${randomHandle()}`;
  remember(practice.memory.refreshTokens, refreshToken, grant);
  return { ...body, refresh_token: refreshToken };
}
