import type { Latchkey, Result } from "../preload/contract.ts";

declare global {
  interface Window {
    /** Built by the preload script where there is one. */
    readonly latchkey?: Latchkey;
  }
}

/** The app behind this page: what the preload script built, else the loopback connection of the browser host. */
export async function connectHost(): Promise<Result<Latchkey>> {
  if (window.latchkey !== undefined) {
    return { ok: true, value: window.latchkey };
  }
  const { connectBrowserHost } = await import("../preload/browser.ts");
  return connectBrowserHost();
}

/** Gets this tab in through another one that is in; false when there is none. */
export async function letInByOtherTab(): Promise<boolean> {
  const { letInByOtherTab: letIn } = await import("../preload/browser.ts");
  return letIn();
}
