import type { RunCommand } from "./command.ts";
import type { CommandName } from "./command-table.ts";

/** Loads what a command does when it is called, and nothing before: `explain` must not pay for the CMS library. */
export const catalogue: Readonly<Record<CommandName, () => Promise<RunCommand>>> = {
  app: async () => (await import("./commands/app.ts")).run,
  show: async () => (await import("./commands/show.ts")).run,
  lint: async () => (await import("./commands/lint.ts")).run,
  convert: async () => (await import("./commands/convert.ts")).run,
  diff: async () => (await import("./commands/diff.ts")).run,
  sign: async () => (await import("./commands/sign.ts")).run,
  verify: async () => (await import("./commands/verify.ts")).run,
  unsign: async () => (await import("./commands/unsign.ts")).run,
  test: async () => (await import("./commands/test.ts")).run,
  discover: async () => (await import("./commands/discover.ts")).run,
  explain: async () => (await import("./commands/explain.ts")).run,
  "conditional-access": async () => (await import("./commands/conditional-access.ts")).run,
  signins: async () => (await import("./commands/signins.ts")).run,
  setup: async () => (await import("./commands/setup.ts")).run,
  upload: async () => (await import("./commands/upload.ts")).run,
  "practice-jamf-pro": async () => (await import("./commands/practice-jamf-pro.ts")).run,
  "practice-tenant": async () => (await import("./commands/practice-tenant.ts")).run,
  completion: async () => (await import("./commands/completion.ts")).run,
};
