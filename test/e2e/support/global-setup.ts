import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { findBrowser } from "./find-browser.ts";

/** Fails early, with what to do, when the app is not built or no browser can be had. */
export default async function globalSetup(): Promise<void> {
  const built = resolve(import.meta.dirname, "../../../dist/main/cli.js");
  await access(built).catch(() => {
    throw new Error("The app is not built. Run: npm run build");
  });
  const browser = await findBrowser();
  console.log(`End-to-end tests use ${browser.name}`);
}
