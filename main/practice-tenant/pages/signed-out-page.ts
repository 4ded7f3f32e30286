import type { Tenant } from "../tenant/schema.ts";
import { markup } from "./markup.ts";
import { page } from "./page.ts";

/** After logout, where the client has no page of its own. */
export function signedOutPage(tenant: Tenant): string {
  return page({
    tenant,
    heading: "Signed out",
    main: markup`<p class="lead">The practice session of this browser has ended. This window can be closed.</p>`,
  });
}
