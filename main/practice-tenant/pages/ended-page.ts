import type { Tenant } from "../tenant/schema.ts";
import { markup } from "./markup.ts";
import { page } from "./page.ts";

/**
 * Where a sign-in in a browser ends that the person brings back by hand: the address in place of the error that the browser would show,
 * because nothing listens at the redirect URI.
 */
export function endedPage(tenant: Tenant, address: string, scriptNonce: string): string {
  return page({
    tenant,
    heading: "The sign-in has ended",
    main: markup`<p class="lead">A Mac’s login window closes here. In a browser, the answer is this address: copy it, and paste it in Latchkey. With a real provider the browser shows an error here, and the address stands in its address bar.</p>
<div class="row"><label for="address">Address where the browser ended</label><input id="address" readonly value="${address}"></div>
<div class="actions"><button id="copy" class="main" type="button" autofocus>Copy address</button></div>
<p id="copied" class="hint" role="status"></p>
<script nonce="${scriptNonce}">document.getElementById("copy").addEventListener("click", async () => {
  const field = document.getElementById("address");
  field.select();
  const told = await navigator.clipboard.writeText(field.value).then(() => "Copied. Go back to Latchkey.", () => "Copy the selected address by hand.");
  document.getElementById("copied").textContent = told;
});</script>`,
  });
}
