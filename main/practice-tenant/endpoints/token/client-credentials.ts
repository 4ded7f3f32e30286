import { isFailure, refuse } from "../../errors/failure.ts";
import { targetOfResource, targetOfScope } from "../../sign-in/target.ts";
import { applicationTokenBody } from "../../tokens/application-token.ts";
import { authenticateClient, clientOfRequest, missingParameter } from "./client-authentication.ts";
import type { GrantHandler } from "./grant-handler.ts";

/** An app for itself: with a secret, for everything it was granted on one resource (`…/.default` on v2). */
export const clientCredentialsGrant: GrantHandler = async (request, practice, { version }) => {
  const tenant = practice.tenant();
  const { form } = request;
  const missing = missingParameter(form, [version === "v1" ? "resource" : "scope"]);
  if (missing !== null) return missing;
  const client = clientOfRequest(request, tenant);
  if (isFailure(client)) return client;
  const refused = authenticateClient(request, client, "confidential");
  if (refused !== null) return refused;
  const scope = form.get("scope") ?? "";
  if (version === "v2" && !scope.endsWith("/.default")) return refuse(1002012, { scope });
  const target =
    version === "v1"
      ? targetOfResource(form.get("resource"), "", "login-window", tenant)
      : targetOfScope(scope, "login-window", tenant, client.app.displayName);
  return isFailure(target) ? target : applicationTokenBody(practice, version, client, target);
};
