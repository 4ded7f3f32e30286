import { readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import type { PropertyRuns } from "./test/support/assert-property.ts";

/** How often properties run in the ordinary tests, and in the long ones that nobody waits for. */
const ordinary: PropertyRuns = { cheap: 300, usual: 60, dear: 10, untilMs: 120_000 };
const soak: PropertyRuns = { cheap: 500_000, usual: 50_000, dear: 5000, untilMs: 300_000 };

/**
 * Modules do nothing when they are loaded, so test files may share them: a fourth of the time of fresh ones. The limits are
 * there for what hangs, not for what is slow: they hold on a machine that does ten other things.
 */
const shared = {
  environment: "node",
  isolate: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  provide: { propertyRuns: ordinary },
} as const;

/** Every test file with a property in it. */
function propertyFiles(): string[] {
  return readdirSync("test", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts"))
    .map((path) => `test/${path.replaceAll("\\", "/")}`)
    .filter((path) => readFileSync(path, "utf8").includes("assertProperty("));
}

export default defineConfig({
  test: {
    maxWorkers: "100%",
    projects: [
      { test: { ...shared, name: "unit", include: ["test/unit/**/*.test.{ts,tsx}"] } },
      { test: { ...shared, name: "contract", include: ["test/contract/**/*.test.ts"] } },
      {
        test: {
          ...shared,
          name: "integration",
          include: ["test/integration/**/*.test.ts"],
          globalSetup: "test/integration/browser-setup.ts",
        },
      },
      // The packed app, which `npm run test:package` packs first.
      { test: { ...shared, name: "package", include: ["test/package/**/*.test.ts"] } },
      {
        test: {
          ...shared,
          name: "soak",
          // Each file in a process of its own, because some of them measure theirs.
          isolate: true,
          include: [...propertyFiles(), "test/soak/**/*.test.ts"],
          testTimeout: 3_600_000,
          provide: { propertyRuns: soak },
        },
      },
    ],
  },
});
