import { writeFile } from "node:fs/promises";
import type { Latchkey, LoginResult } from "../../../../preload/contract.ts";
import { expect, type RunningApp, test } from "./app.ts";
import { type Provider, profileFor } from "./provider.ts";

declare const latchkey: Latchkey;

/** Opens the provider's profile, starts the login in the login window, and gives back how it ends. */
export async function startLogin(
  app: RunningApp,
  provider: Pick<Provider, "origin" | "redirectUri">,
): Promise<() => Promise<LoginResult>> {
  const page = await app.page();
  await openProfile(app, profileFor(provider));
  const started = await page.evaluate(async () => {
    const finished = new Promise((resolve) => latchkey.on("test.finished", ({ result }) => resolve(result)));
    Object.assign(globalThis, { finished });
    return latchkey.call("test.oidc", { runId: crypto.randomUUID(), username: null, allowHost: "127.0.0.1" });
  });
  expect(started).toMatchObject({ ok: true });
  return () => page.evaluate(() => (globalThis as unknown as { finished: Promise<LoginResult> }).finished);
}

/** Hands a bare property list of the login window over as the system does, and waits until it is open. */
export async function openProfile(app: RunningApp, profile: string): Promise<void> {
  const page = await app.page();
  const path = test.info().outputPath("com.jamf.connect.login.plist");
  await writeFile(path, profile);
  await page.evaluate(() => {
    const changed = new Promise((resolve) => latchkey.on("profile.changed", () => resolve(null)));
    Object.assign(globalThis, { changed });
  });
  await app.evaluate(({ app: electronApp }, given) => {
    electronApp.emit("open-file", { preventDefault: () => undefined }, given);
  }, path);
  await page.evaluate(() => (globalThis as unknown as { changed: Promise<unknown> }).changed);
}
