import { describeFailure } from "../errors/error-body.ts";
import type { EntraFailure } from "../errors/failure.ts";
import type { Tenant } from "../tenant/schema.ts";
import { markup } from "./markup.ts";
import { alert, page } from "./page.ts";
import { titleOf } from "./titles.ts";

/** Asks for the code that the other device shows, under Entra's own field name `otc`. */
export function deviceCodeEntryPage(tenant: Tenant, failure: EntraFailure | null): string {
  return page({
    tenant,
    heading: "Enter the code",
    main: markup`<p class="lead">An application on another device, or in a terminal, shows a code. Type it here to sign in for it.</p>
${failure === null ? null : alert(titleOf(failure.code), markup`<code>${describeFailure(failure)}</code>`)}
<form method="post" action="/common/oauth2/deviceauth">
<div class="row"><label for="otc">Code</label>
<input id="otc" name="otc" type="text" autocapitalize="characters" spellcheck="false" autocomplete="off" required autofocus></div>
<div class="actions"><button class="main" type="submit">Next</button></div>
</form>`,
  });
}

/** The end of a sign-in for another device. */
export function deviceEndPage(tenant: Tenant, isAllowed: boolean): string {
  return page({
    tenant,
    heading: isAllowed ? "You have signed in" : "Not signed in",
    main: isAllowed
      ? markup`<p class="lead">The application on the other device goes on by itself. This window can be closed.</p>`
      : markup`<p class="lead">The application on the other device is told that you declined. This window can be closed.</p>`,
  });
}
