/** How much the first screen loads, of an app in a process of its own. */
import { gzipSync } from "node:zlib";
import { startApp } from "../support/browser-host.ts";
import { expect, test } from "../support/fixtures.ts";

const limitKb = 200;

test(`the first screen needs at most ${limitKb} kB of JavaScript, gzipped`, async ({
  unopened: { page },
}) => {
  // Here the app has a process of its own, as a person starts it.
  const { url, stop } = await startApp();
  // The other screens are fetched when the page is idle; they do not count.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.goto(url);
  await expect(page.getByRole("heading", { name: /two sign-ins/ })).toBeVisible();
  await expect(page.locator("#scenarios button").first()).toBeVisible();
  const scripts = await page.evaluate(() => [
    ...new Set(performance.getEntriesByType("resource").map((entry) => entry.name)),
  ]);
  let total = 0;
  let files = 0;
  for (const address of scripts.filter((name) => new URL(name).pathname.endsWith(".js"))) {
    const body = await (await page.request.get(address)).body();
    total += gzipSync(body, { level: 9 }).length;
    // CodeMirror is a chunk of its own, fetched when a source is edited.
    expect(body.includes("cm-lintRange"), address).toBe(false);
    files += 1;
  }
  console.log(`first screen: ${Math.round(total / 1000)} kB of JavaScript in ${files} files`);
  expect(files).toBeGreaterThan(1);
  expect(total).toBeLessThanOrEqual(limitKb * 1000);
  await stop();
});
