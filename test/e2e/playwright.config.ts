import { availableParallelism } from "node:os";
import { defineConfig } from "playwright/test";

/** End-to-end tests: the built app in a real Chromium, in the browser host and on the stand-in of Electron. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  globalSetup: "./support/global-setup.ts",
  fullyParallel: true,
  forbidOnly: true,
  // A test that fails now and then has found a fault.
  retries: 0,
  // One more than a small machine has cores: a test waits for its browser and its app more than they work.
  workers: Math.max(3, availableParallelism()),
  // How long to wait, not how fast to be: machines that build are busy.
  timeout: 300_000,
  expect: { timeout: 120_000 },
  reporter: process.env["CI"] === undefined ? [["list"]] : [["line"]],
  projects: [
    { name: "browser", testDir: "./browser" },
    { name: "electron", testDir: "./electron" },
  ],
});
