import { defineConfig } from "playwright/test";

/** End-to-end tests: the built app in a real Chromium, in the browser host and on the stand-in of Electron. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  globalSetup: "./support/global-setup.ts",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  // How long to wait, not how fast to be: build machines are busy.
  expect: { timeout: 15_000 },
  reporter: process.env["CI"] === undefined ? [["list"]] : [["line"]],
  projects: [
    { name: "browser", testDir: "./browser" },
    { name: "electron", testDir: "./electron" },
  ],
});
