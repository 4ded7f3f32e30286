import type { AuthorizeRequest } from "../sign-in/authorize-request.ts";
import type { Tenant } from "../tenant/schema.ts";
import { markup } from "./markup.ts";
import { type Flow, flowFields, page, standsInFor } from "./page.ts";

/** What a page says about a demand that a person meets by going through it. */
type StepText = { readonly heading: string; readonly text: string; readonly go: string };

/**
 * Steps that a page leads through: two that policies demand, the new password for one that has expired, and the question before
 * another device is signed in.
 */
export type Step = "termsOfUse" | "passwordChange" | "expiredPassword" | "otherDevice";

const steps: Readonly<Record<Step, StepText>> = {
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
  expiredPassword: {
    heading: "Update the password",
    text: "The password is right and has expired (AADSTS50055). Entra asks for the old and a new one here. Practice changes nothing.",
    go: "Go on as if changed",
  },
  otherDevice: {
    heading: "Sign in on the other device?",
    text: "The application runs where the code was shown. Go on only if that is your own doing.",
    go: "Continue",
  },
};

/** Whether a step, or a demand, has a page of its own. */
export function isStep(name: string): name is Step {
  return Object.hasOwn(steps, name);
}

/** The page of one step, with a way to go on and a way to decline. */
export function stepPage(tenant: Tenant, request: AuthorizeRequest, step: Step, flow: Flow): string {
  const text = steps[step];
  return page({
    tenant,
    heading: text.heading,
    main: markup`${standsInFor(request.client)}
<p class="lead">${text.text}</p>
<form method="post" action="/common/practice/step">
${flowFields(flow)}
<input type="hidden" name="step" value="${step}">
<div class="actions"><button class="main" type="submit" name="answer" value="accept">${text.go}</button>
<button type="submit" name="answer" value="decline">Decline</button></div>
</form>`,
  });
}
