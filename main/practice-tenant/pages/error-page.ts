import { describeFailure, entraTime, type RequestIds } from "../errors/error-body.ts";
import type { EntraFailure } from "../errors/failure.ts";
import type { Tenant } from "../tenant/schema.ts";
import { markup } from "./markup.ts";
import { page } from "./page.ts";

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
    heading: expired ? "This sign-in has ended" : "Entra refuses this sign-in",
    main: expired
      ? markup`<p class="lead">The page was open too long, was used before, or the practice tenant was started again. Start the login again.</p>`
      : markup`<div class="alert" role="alert" id="exceptionMessageContainer"><code>${describeFailure(problem)}</code></div>
<dl><dt>Request Id</dt><dd><code>${ids.traceId}</code></dd>
<dt>Correlation Id</dt><dd><code>${ids.correlationId}</code></dd>
<dt>Timestamp</dt><dd>${entraTime(ids.time)}</dd></dl>`,
  });
}
