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
  problem: EntraFailure | { readonly expired: true },
  ids: RequestIds,
): string {
  const expired = "expired" in problem;
  return page({
    tenant,
    heading: expired ? "This sign-in has ended" : titleOf(problem.code).replace(/\.$/, ""),
    main: expired
      ? markup`<p class="lead">The page was open too long, was used before, or the practice tenant was started again. Start the login again.</p>`
      : markup`<p class="lead">Entra would show its own page here and tell the application nothing.</p>
<div class="alert" role="alert" id="exceptionMessageContainer"><code>${describeFailure(problem)}</code></div>
<dl>${policyRows(tenant, problem)}<dt>Request Id</dt><dd><code>${ids.traceId}</code></dd>
<dt>Correlation Id</dt><dd><code>${ids.correlationId}</code></dd>
<dt>Timestamp</dt><dd>${entraTime(ids.time)}</dd></dl>`,
  });
}

/** Entra keeps the policies to its log; a practice tenant may say which of them it was. */
function policyRows(tenant: Tenant, failure: EntraFailure): readonly Markup[] {
  return tenant.conditionalAccessPolicies
    .filter((policy) => failure.policyIds.includes(policy.id))
    .map((policy) => markup`<dt>Policy</dt><dd>${policy.displayName}</dd>`);
}
