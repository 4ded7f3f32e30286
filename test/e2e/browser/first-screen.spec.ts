import { gzipSync } from "node:zlib";
import { expect, test } from "../support/fixtures.ts";

const limitKb = 300;

test(`the first screen needs at most ${limitKb} kB of JavaScript, gzipped`, async ({ app: { page } }) => {
  // The other screens are fetched when the page is idle; they do not count.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const sizes = new Map<string, number>();
  page.on("response", async (response) => {
    if (new URL(response.url()).pathname.endsWith(".js")) {
      sizes.set(response.url(), gzipSync(await response.body(), { level: 9 }).length);
    }
  });
  await page.reload();
  await expect(page.getByRole("heading", { name: /Two sign-ins/ })).toBeVisible();
  await expect(page.locator("#scenarios button").first()).toBeVisible();
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  console.log(`first screen: ${Math.round(total / 1000)} kB of JavaScript in ${sizes.size} files`);
  expect(sizes.size).toBeGreaterThan(1);
  expect(total).toBeLessThanOrEqual(limitKb * 1000);
});
