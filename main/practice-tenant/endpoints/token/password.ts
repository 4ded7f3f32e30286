import { isFailure, refuse } from "../../errors/failure.ts";
import { decide } from "../../policy/decide.ts";
import { passwordCheckAnswer } from "../../policy/password-check-answer.ts";
import { checkConsent } from "../../sign-in/consent.ts";
import { checkFirstFactor } from "../../sign-in/first-factor.ts";
import { targetOfResource, targetOfScope } from "../../sign-in/target.ts";
import { tokenBody } from "../../tokens/token-body.ts";
import { authenticateClient, clientOfRequest, missingParameter } from "./client-authentication.ts";
import type { GrantHandler } from "./grant-handler.ts";

/**
 * Resource owner password grant, in Entra's order: request, tenant, client, resource, user, lock-out, password,
 * policy, assignment and consent, tokens (https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc; that
 * policy comes after the password is documented, the rest of the order is inferred).
 */
export const passwordGrant: GrantHandler = async (request, practice, { version, path }) => {
  const tenant = practice.tenant();
  const { form } = request;
  const missing = missingParameter(form, [
    "client_id",
    ...(version === "v1" ? ["resource"] : ["scope"]),
    "username",
    "password",
  ]);
  if (missing !== null) return missing;
  if (version === "v2" && form.has("resource")) return refuse(901002);
  // v1 takes /common (seen), v2 refuses it.
  if (path === "consumers" || (path === "common" && version === "v2")) return refuse(9001023);
  const client = clientOfRequest(request, tenant);
  if (isFailure(client)) return client;
  const refused = authenticateClient(
    request,
    client,
    client.app.isFallbackPublicClient ? "public" : "confidential",
  );
  if (refused !== null) return refused;
  const scope = form.get("scope") ?? "";
  const target =
    version === "v1"
      ? targetOfResource(form.get("resource"), scope, "password-check", tenant)
      : targetOfScope(scope, "password-check", tenant, client.app.displayName);
  if (isFailure(target)) return target;
  const user = checkFirstFactor(practice, form.get("username") ?? "", form.get("password") ?? "");
  if (isFailure(user)) return user;
  const decision = decide({ flow: "password-check", user, client: client.app, target }, tenant);
  const stopped = passwordCheckAnswer(decision, user) ?? checkConsent(client, target, user);
  if (stopped !== null) return stopped;
  const grant = {
    userId: user.id,
    clientId: client.clientId,
    target,
    nonce: null,
    amr: ["pwd"],
    authTime: Math.floor(practice.now() / 1_000),
  };
  return tokenBody(practice, version, grant, user, { clientInfo: form.get("client_info") === "1" });
};
