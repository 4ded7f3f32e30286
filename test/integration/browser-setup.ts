import { findBrowser } from "../e2e/support/find-browser.ts";

/**
 * Has the browser ready before the tests that use one: fetching it may take longer than a test has, and two of them
 * would fetch it at once. Where it cannot be had, this says so, and only these tests fail.
 */
export default async function haveBrowser(): Promise<void> {
  await findBrowser().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
  });
}
