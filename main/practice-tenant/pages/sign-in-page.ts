import { describeFailure } from "../errors/error-body.ts";
import type { EntraFailure } from "../errors/failure.ts";
import type { AuthorizeRequest } from "../sign-in/authorize-request.ts";
import type { Tenant } from "../tenant/schema.ts";
import { type Markup, markup } from "./markup.ts";
import { alert, type Flow, flowFields, page, standsInFor } from "./page.ts";
import { titleOf } from "./titles.ts";

/** What the sign-in page shows beside the request: the pending sign-in, and what went wrong before. */
export type SignInState = {
  readonly flow: Flow;
  readonly username: string;
  readonly failure: EntraFailure | null;
};

/** User name and password, under Entra's own field names. */
export function signInPage(tenant: Tenant, request: AuthorizeRequest, state: SignInState): string {
  const onName = state.username === "";
  return page({
    tenant,
    heading: "Sign in",
    main: markup`${standsInFor(request.client)}
${state.failure === null ? null : alert(titleOf(state.failure.code), markup`<code>${describeFailure(state.failure)}</code>`)}
<form method="post" action="/${tenant.id}/login">
${flowFields(state.flow)}
<div class="row"><label for="loginfmt">User name</label>
<input id="loginfmt" name="loginfmt" type="text" inputmode="email" autocapitalize="none" spellcheck="false" autocomplete="username" required value="${state.username}"${flag(onName)}></div>
<div class="row"><label for="passwd">Password</label>
<input id="passwd" name="passwd" type="password" autocomplete="off" required${flag(!onName)}></div>
<div class="actions"><button class="main" type="submit">Sign in</button></div>
</form>`,
    aside: accounts(tenant),
  });
}

function flag(focused: boolean): Markup {
  return focused ? markup` autofocus` : markup``;
}

/** A newcomer has no password for a tenant that came with the app, so the page names those of the tenant file. */
function accounts(tenant: Tenant): Markup {
  const rows = tenant.users.map(
    (user) =>
      markup`<tr><td>${user.userPrincipalName}<br><span class="hint">${user.note}</span></td><td class="secret"><code>${user.password ?? "none"}</code></td></tr>`,
  );
  return markup`<aside><details><summary>Accounts of this practice tenant</summary>
<table><thead><tr><th scope="col">User name</th><th scope="col">Password</th></tr></thead><tbody>${rows}</tbody></table></details></aside>`;
}
