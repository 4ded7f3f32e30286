import type { Demand } from "../policy/demands.ts";
import type { AuthorizeRequest } from "../sign-in/authorize-request.ts";
import type { Tenant } from "../tenant/schema.ts";
import { markup } from "./markup.ts";
import { type Flow, flowFields, page, standsInFor } from "./page.ts";

/** What a page says about a demand that a person meets by going through it. */
type StepText = { readonly heading: string; readonly text: string; readonly go: string };

const steps: Partial<Readonly<Record<Demand, StepText>>> = {
  termsOfUse: {
    heading: "Accept the terms of use",
    text: "A policy of this tenant asks for its terms of use to be accepted.",
    go: "Accept",
  },
  passwordChange: {
    heading: "Change the password",
    text: "A policy of this tenant asks for a new password, because the account is at risk. Practice changes nothing.",
    go: "Go on as if changed",
  },
};

/** Whether a demand has a page of its own. */
export function isStep(name: string): name is Demand {
  return Object.hasOwn(steps, name);
}

/** The page of one step, with a way to go on and a way to decline. */
export function stepPage(tenant: Tenant, request: AuthorizeRequest, demand: Demand, flow: Flow): string {
  const text = steps[demand];
  return page({
    tenant,
    heading: text?.heading ?? "One more step",
    main: markup`${standsInFor(request.client)}
<p class="lead">${text?.text ?? ""}</p>
<form method="post" action="/common/practice/step">
${flowFields(flow)}
<input type="hidden" name="step" value="${demand}">
<div class="actions"><button class="main" type="submit" name="answer" value="accept">${text?.go ?? "Go on"}</button>
<button type="submit" name="answer" value="decline">Decline</button></div>
</form>`,
  });
}
