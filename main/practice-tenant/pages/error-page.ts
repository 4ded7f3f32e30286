import { describeFailure, entraTime, type RequestIds } from "../errors/error-body.ts";
import type { EntraFailure } from "../errors/failure.ts";
import type { Tenant } from "../tenant/schema.ts";
import { type Markup, markup } from "./markup.ts";
import { page } from "./page.ts";
import { titleOf } from "./titles.ts";

/**
 * The page that Entra shows where it cannot answer the client. The AADSTS line stands in it as text: a web view has
 * no other way to learn the code.
 */
export function errorPage(
  tenant: Tenant,
  problem: EntraFailure | { readonly expired: true } | { readonly foreign: true },
  ids: RequestIds,
): string {
  if ("foreign" in problem || "expired" in problem) {
    const text = "foreign" in problem ? texts.foreign : texts.expired;
    return page({
      tenant,
      heading: text.heading,
      main: markup`<p class="lead">${text.lead} Start the login again.</p>`,
    });
  }
  return page({
    tenant,
    heading: titleOf(problem.code).replace(/\.$/, ""),
    main: markup`<p class="lead">Entra would show its own page here and tell the application nothing.</p>
<div class="alert" role="alert" id="exceptionMessageContainer"><code>${describeFailure(problem)}</code></div>
<dl>${policyRows(tenant, problem)}<dt>Request Id</dt><dd><code>${ids.traceId}</code></dd>
<dt>Correlation Id</dt><dd><code>${ids.correlationId}</code></dd>
<dt>Timestamp</dt><dd>${entraTime(ids.time)}</dd></dl>`,
  });
}

/** What our own pages say where Entra has no code for it. */
const texts = {
  expired: {
    heading: "This sign-in has ended",
    lead: "The page was open too long, was used before, or the practice tenant was started again.",
  },
  foreign: {
    heading: "This form came from another page",
    lead: "Another site sent it to the practice tenant. Nothing in it was used.",
  },
} as const;

/** Entra keeps the policies to its log; a practice tenant may say which of them it was. */
function policyRows(tenant: Tenant, failure: EntraFailure): readonly Markup[] {
  return tenant.conditionalAccessPolicies
    .filter((policy) => failure.policyIds.includes(policy.id))
    .map((policy) => markup`<dt>Policy</dt><dd>${policy.displayName}</dd>`);
}
