import type { AuthorizeRequest } from "../sign-in/authorize-request.ts";
import type { Tenant } from "../tenant/schema.ts";
import type { MfaMethod, TenantUser } from "../tenant/user.ts";
import { markup } from "./markup.ts";
import { alert, page, standsInFor } from "./page.ts";

const methodNames: Readonly<Record<MfaMethod["method"], string>> = {
  oneTimeCode: "Code from an authenticator app",
  textMessage: "Code from a text message",
  phoneCall: "Code from a phone call",
  authenticatorApp: "Number in the authenticator app",
  fido2: "Passkey (practice: a code)",
  external: "External method (practice: a code)",
};

/** The second factor, under Entra's own field name `otc`. */
export function secondFactorPage(
  tenant: Tenant,
  request: AuthorizeRequest,
  user: TenantUser,
  state: { readonly handle: string; readonly refused: boolean },
): string {
  const [method] = user.mfaMethods;
  return page({
    tenant,
    heading: "Enter the code",
    main: markup`${standsInFor(request.client)}
${state.refused ? alert("The code is not right.", markup`<code>AADSTS500121</code>`) : null}
<p class="lead">${user.userPrincipalName} needs a second factor. A policy of this tenant demands it.</p>
<form method="post" action="/common/SAS/ProcessAuth">
<input type="hidden" name="ctx" value="${state.handle}">
<div class="row"><label for="otc">${method === undefined ? "Code" : methodNames[method.method]}</label>
<input id="otc" name="otc" inputmode="numeric" autocomplete="one-time-code" required autofocus aria-describedby="otc-hint">
<p class="hint" id="otc-hint">${method === undefined ? "This account has no method registered." : `The practice code is ${method.code}.`}</p></div>
<div class="actions"><button class="main" type="submit">Verify</button></div>
</form>`,
  });
}
