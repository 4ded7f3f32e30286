import { type EntraFailure, isFailure, refuse } from "../../errors/failure.ts";
import { type Decision, decide } from "../../policy/decide.ts";
import { NOTHING_DONE } from "../../policy/demands.ts";
import { passwordCheckAnswer } from "../../policy/password-check-answer.ts";
import type { PracticeRequest } from "../../server/http.ts";
import type { Practice } from "../../server/practice.ts";
import { checkConsent } from "../../sign-in/consent.ts";
import type { Client } from "../../sign-in/find-client.ts";
import { checkFirstFactor, findUser } from "../../sign-in/first-factor.ts";
import { type Target, targetOfResource, targetOfScope } from "../../sign-in/target.ts";
import { recordSignIn } from "../../sign-in-log/record.ts";
import type { TenantUser } from "../../tenant/user.ts";
import { isFromOwnPage } from "../posted-flow.ts";
import { authenticateClient, clientOfRequest, missingParameter } from "./client-authentication.ts";
import { completeGrant } from "./complete-grant.ts";
import type { GrantHandler, TokenCall } from "./grant-handler.ts";

type Asked = { readonly client: Client; readonly target: Target; readonly confidential: boolean };

/**
 * Resource owner password grant, in Entra's order: request, tenant, client, resource, user, lock-out, password,
 * policy, assignment and consent, tokens (https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc; that
 * policy comes after the password is documented, the rest of the order is inferred).
 */
export const passwordGrant: GrantHandler = async (request, practice, call) => {
  const asked = readRequest(request, practice, call);
  if (isFailure(asked)) return asked;
  const { client, target, confidential } = asked;
  const { form } = request;
  const username = form.get("username") ?? "";
  const userAgent = request.headers["user-agent"] ?? "";
  const user = checkFirstFactor(practice, {
    username,
    password: form.get("password") ?? "",
    flow: "password-check",
    client,
  });
  const leave = (who: TenantUser | null, failure: EntraFailure | null, decision: Decision | null): void =>
    recordSignIn(practice, {
      ids: call.ids,
      kind: "ropc",
      user: who,
      client,
      target,
      failure,
      decision,
      passwordAccepted: decision !== null || failure?.code === 50055 || failure?.code === 50144,
      mfaPassed: false,
      userAgent,
    });
  if (isFailure(user)) {
    leave(findUser(practice, username), user, null);
    return user;
  }
  const judged = { flow: "password-check", user, client, target, confidential, userAgent } as const;
  const decision = decide(judged, practice.tenant());
  const stopped =
    passwordCheckAnswer(decision, user, practice.tenant()) ?? checkConsent(client, target, user);
  leave(user, stopped, decision);
  if (stopped !== null) return stopped;
  const grant = {
    userId: user.id,
    clientId: client.clientId,
    target,
    nonce: null,
    amr: ["pwd"],
    progress: NOTHING_DONE,
    confidential,
  };
  return completeGrant(request, practice, call.version, grant, user);
};

/** Everything that is checked before anybody looks at the user. */
function readRequest(
  request: PracticeRequest,
  practice: Practice,
  { version, path }: TokenCall,
): Asked | EntraFailure {
  const tenant = practice.tenant();
  const { form } = request;
  if (!isFromOwnPage(request)) return refuse(9002326);
  const target = version === "v1" ? "resource" : "scope";
  const missing = missingParameter(form, ["client_id", target, "username", "password"]);
  if (missing !== null) return missing;
  if (version === "v2" && form.has("resource")) return refuse(901002);
  // v1 takes /common (seen), v2 refuses it (documented).
  if (path === "consumers" || (path === "common" && version === "v2")) return refuse(9001023);
  const client = clientOfRequest(request, tenant);
  if (isFailure(client)) return client;
  const confidential = !client.app.isFallbackPublicClient;
  const refused = authenticateClient(request, client, confidential ? "confidential" : "public");
  if (refused !== null) return refused;
  const scope = form.get("scope") ?? "";
  const found =
    version === "v1"
      ? targetOfResource(form.get("resource"), scope, "password-check", tenant)
      : targetOfScope(scope, "password-check", tenant, client.app.displayName);
  return isFailure(found) ? found : { client, target: found, confidential };
}
