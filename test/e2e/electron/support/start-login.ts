import type { Page } from "playwright";
import type { Latchkey, LoginResult } from "../../../../preload/contract.ts";
import { expect } from "./app.ts";
import { type Provider, profileFor } from "./provider.ts";

declare const latchkey: Latchkey;

/** Opens the provider's profile, starts the login in the login window, and gives back how it ends. */
export async function startLogin(
  page: Page,
  provider: Pick<Provider, "origin" | "redirectUri">,
): Promise<() => Promise<LoginResult>> {
  const started = await page.evaluate(async (profile) => {
    const finished = new Promise((resolve) => latchkey.on("test.finished", ({ result }) => resolve(result)));
    Object.assign(globalThis, { finished });
    const opened = await latchkey.call("profile.open", {
      name: "com.jamf.connect.login.plist",
      data: btoa(profile),
    });
    if (!opened.ok) return opened;
    return latchkey.call("test.oidc", { runId: crypto.randomUUID(), username: null, allowHost: "127.0.0.1" });
  }, profileFor(provider));
  expect(started).toMatchObject({ ok: true });
  return () => page.evaluate(() => (globalThis as unknown as { finished: Promise<LoginResult> }).finished);
}
