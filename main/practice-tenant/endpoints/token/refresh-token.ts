import { type EntraFailure, isFailure, refuse } from "../../errors/failure.ts";
import { decide } from "../../policy/decide.ts";
import { passwordCheckAnswer } from "../../policy/password-check-answer.ts";
import type { PracticeRequest } from "../../server/http.ts";
import type { Practice } from "../../server/practice.ts";
import { checkConsent } from "../../sign-in/consent.ts";
import type { Client } from "../../sign-in/find-client.ts";
import { userById } from "../../sign-in/first-factor.ts";
import { type Target, targetOfResource, targetOfScope } from "../../sign-in/target.ts";
import { recordSignIn } from "../../sign-in-log/record.ts";
import type { Grant } from "../../tokens/grant.ts";
import { authenticateClient, clientOfRequest, missingParameter } from "./client-authentication.ts";
import { completeGrant } from "./complete-grant.ts";
import type { GrantHandler, TokenCall } from "./grant-handler.ts";

/**
 * Trades a refresh token for new tokens, also for another resource that the client may use. Policies are looked at
 * again, with the second factor of the first sign-in still counted. An old token keeps working, as in Entra.
 */
export const refreshTokenGrant: GrantHandler = async (request, practice, call) => {
  const missing = missingParameter(request.form, ["refresh_token"]);
  if (missing !== null) return missing;
  const tenant = practice.tenant();
  const client = clientOfRequest(request, tenant);
  if (isFailure(client)) return client;
  const grant = practice.memory.refreshTokens.get(request.form.get("refresh_token") ?? "");
  if (grant === undefined) return refuse(9002313);
  const refused = authenticateClient(request, client, grant.confidential ? "confidential" : "public");
  if (refused !== null) return refused;
  const user = userById(practice, grant.userId);
  if (grant.clientId !== client.clientId || user === null) return refuse(70000);
  if (!user.accountEnabled) return refuse(50057);
  const target = targetOf(request, practice, client, grant, call);
  if (isFailure(target)) return target;
  const userAgent = request.headers["user-agent"] ?? "";
  const judged = {
    flow: "login-window",
    user,
    client,
    target,
    confidential: grant.confidential,
    userAgent,
  } as const;
  const decision = decide(judged, tenant, grant.progress);
  const stopped = passwordCheckAnswer(decision, user, tenant) ?? checkConsent(client, target, user);
  recordSignIn(practice, {
    ids: call.ids,
    kind: "refresh",
    user,
    client,
    target,
    failure: stopped,
    decision,
    passwordAccepted: null,
    mfaPassed: grant.progress.method !== null,
    userAgent,
  });
  if (stopped !== null) return stopped;
  return completeGrant(request, practice, call.version, { ...grant, target, nonce: null }, user);
};

/** Without a scope (v2) or a resource (v1) the first request's target holds. */
function targetOf(
  request: PracticeRequest,
  practice: Practice,
  client: Client,
  grant: Grant,
  { version }: TokenCall,
): Target | EntraFailure {
  const tenant = practice.tenant();
  const scope = request.form.get("scope") ?? "";
  const resource = request.form.get("resource");
  if (version === "v1") {
    return resource === null
      ? grant.target
      : targetOfResource(resource, scope || "openid", "login-window", tenant);
  }
  return scope === "" ? grant.target : targetOfScope(scope, "login-window", tenant, client.app.displayName);
}
