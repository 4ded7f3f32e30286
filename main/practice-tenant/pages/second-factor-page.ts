import type { AuthorizeRequest } from "../sign-in/authorize-request.ts";
import { PRACTICE_REGISTRATION_CODE } from "../sign-in/registration.ts";
import type { Tenant } from "../tenant/schema.ts";
import type { MfaMethod, TenantUser } from "../tenant/user.ts";
import { type Markup, markup } from "./markup.ts";
import { alert, type Flow, flowFields, page, standsInFor } from "./page.ts";

const methodNames: Readonly<Record<MfaMethod["method"], string>> = {
  oneTimeCode: "Code from an authenticator app",
  textMessage: "Code from a text message",
  phoneCall: "Code from a phone call",
  authenticatorApp: "Number in the authenticator app",
  fido2: "Passkey (practice: a code)",
  external: "External method (practice: a code)",
};

export type SecondFactorState = {
  readonly flow: Flow;
  /** An external challenge is another provider's; practice asks for its code here too. */
  readonly demand: "mfa" | "externalChallenge";
  /** `wrong`: the code is not right; `weak`: it is, but the policy asks for a stronger method. */
  readonly problem: "wrong" | "weak" | null;
};

/** The second factor, under Entra's own field name `otc`. People without a method register one first. */
export function secondFactorPage(
  tenant: Tenant,
  request: AuthorizeRequest,
  user: TenantUser,
  state: SecondFactorState,
): string {
  const [method] = user.mfaMethods;
  const external = state.demand === "externalChallenge";
  const registers = method === undefined && !external;
  return page({
    tenant,
    heading: registers ? "More information required" : "Enter the code",
    main: markup`${standsInFor(request.client)}
${problemOf(state)}
<p class="lead">${leadOf(user, registers, external)}</p>
<form method="post" action="/common/SAS/ProcessAuth">
${flowFields(state.flow)}
<div class="row"><label for="otc">${method === undefined ? "Code of the new method" : methodNames[method.method]}</label>
<input id="otc" name="otc" inputmode="numeric" autocomplete="one-time-code" required autofocus aria-describedby="otc-hint">
<p class="hint" id="otc-hint">${hintOf(user)}</p></div>
<div class="actions"><button class="main" type="submit">Verify</button></div>
</form>`,
  });
}

function leadOf(user: TenantUser, registers: boolean, external: boolean): string {
  const name = user.userPrincipalName;
  if (external)
    return `A policy of this tenant sends ${name} to another provider, for which this page stands.`;
  if (registers)
    return `${name} needs a second factor and has none yet. Entra would register one now (AADSTS50072).`;
  return `${name} needs a second factor. The tenant demands it.`;
}

function problemOf(state: SecondFactorState): Markup | null {
  if (state.problem === "wrong") return alert("The code is not right.", markup`<code>AADSTS500121</code>`);
  if (state.problem === "weak")
    return alert("The policy asks for a stronger method.", "This code is right, its method is not allowed.");
  return null;
}

function hintOf(user: TenantUser): string {
  if (user.mfaMethods.length === 0) return `The practice code is ${PRACTICE_REGISTRATION_CODE}.`;
  const codes = user.mfaMethods.map((method) => `${method.code} (${methodNames[method.method]})`);
  return codes.length === 1
    ? `The practice code is ${user.mfaMethods[0]?.code ?? ""}.`
    : `Practice codes: ${codes.join(", ")}.`;
}
