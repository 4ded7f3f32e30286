import type { Tenant } from "../tenant/schema.ts";
import type { TenantUser } from "../tenant/user.ts";
import { markup } from "./markup.ts";
import { type Flow, flowFields, page } from "./page.ts";

/** "Stay signed in?", under Entra's own field name `LoginOptions`. */
export function staySignedInPage(tenant: Tenant, user: TenantUser, flow: Flow): string {
  return page({
    tenant,
    heading: "Stay signed in?",
    main: markup`<p class="lead">${user.userPrincipalName} will not be asked again in this browser. A Mac’s login window starts fresh each time.</p>
<form method="post" action="/kmsi">
${flowFields(flow)}
<div class="actions"><button class="main" type="submit" name="LoginOptions" value="1">Stay signed in</button>
<button type="submit" name="LoginOptions" value="3">Do not stay</button></div>
</form>`,
  });
}
