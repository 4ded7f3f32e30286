import { defineConfig } from "vitest/config";

/** Modules do nothing when they are loaded, so test files may share them: a fourth of the time of fresh ones. */
const shared = { environment: "node", isolate: false } as const;

export default defineConfig({
  test: {
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.{ts,tsx}"],
          ...shared,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "contract",
          include: ["test/contract/**/*.test.ts"],
          ...shared,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts"],
          globalSetup: "test/integration/browser-setup.ts",
          ...shared,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "soak",
          include: ["test/soak/**/*.test.ts"],
          environment: "node",
          testTimeout: 3_600_000,
        },
      },
    ],
  },
});
