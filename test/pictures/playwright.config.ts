import { defineConfig } from "playwright/test";

/** Pictures of every screen and state that matters; no test, so `npm test` does not take them. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.pictures.ts",
  outputDir: "../../test-results",
  globalSetup: "../e2e/support/global-setup.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 600_000,
  expect: { timeout: 120_000 },
  reporter: [["line"]],
});
