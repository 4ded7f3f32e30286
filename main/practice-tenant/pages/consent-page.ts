import type { AuthorizeRequest } from "../sign-in/authorize-request.ts";
import type { Tenant } from "../tenant/schema.ts";
import { markup } from "./markup.ts";
import { type Flow, flowFields, page, standsInFor } from "./page.ts";

/** Asks the person for the permissions that nobody has granted yet. */
export function consentPage(
  tenant: Tenant,
  request: AuthorizeRequest,
  permissions: readonly string[],
  flow: Flow,
): string {
  const resource = tenant.applications.find((app) => app.appId === request.target.resourceAppId);
  return page({
    tenant,
    heading: "Permissions requested",
    main: markup`${standsInFor(request.client)}
<p class="lead">The application asks for these permissions on ${resource?.displayName ?? "Microsoft Graph"}:</p>
<ul class="permissions">${permissions.map((name) => markup`<li><code>${name}</code></li>`)}</ul>
<form method="post" action="/common/Consent/Set">
${flowFields(flow)}
<div class="actions"><button class="main" type="submit" name="answer" value="accept">Accept</button>
<button type="submit" name="answer" value="decline">Decline</button></div>
</form>`,
  });
}
