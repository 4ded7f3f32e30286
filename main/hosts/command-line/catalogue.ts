import type { Command } from "./command.ts";

/**
 * Every command, loaded only when it is called: `explain` must not pay for the CMS library.
 * The summaries stand here so that `--help` loads none of them.
 */
export type CatalogueEntry = { readonly summary: string; readonly load: () => Promise<Command> };

export const catalogue: Readonly<Record<string, CatalogueEntry>> = {
  app: {
    summary: "Open the app: Electron where it is there, else in the browser",
    load: async () => (await import("./commands/app.ts")).command,
  },
  show: {
    summary: "Show what a profile holds",
    load: async () => (await import("./commands/show.ts")).command,
  },
  convert: {
    summary: "Write a profile in another form",
    load: async () => (await import("./commands/convert.ts")).command,
  },
  diff: {
    summary: "Compare the settings of two profiles",
    load: async () => (await import("./commands/diff.ts")).command,
  },
  sign: {
    summary: "Sign a profile with a .p12, PEM files or a keychain identity",
    load: async () => (await import("./commands/sign.ts")).command,
  },
  verify: {
    summary: "Check the signature of a profile",
    load: async () => (await import("./commands/verify.ts")).command,
  },
  unsign: {
    summary: "Take the profile out of its signature",
    load: async () => (await import("./commands/unsign.ts")).command,
  },
  test: {
    summary: "Run the logins as Jamf Connect runs them: ropg, oidc or both",
    load: async () => (await import("./commands/test.ts")).command,
  },
  discover: {
    summary: "Fetch and check the discovery documents a profile leads to",
    load: async () => (await import("./commands/discover.ts")).command,
  },
  explain: {
    summary: "Explain an error code or text",
    load: async () => (await import("./commands/explain.ts")).command,
  },
  "conditional-access": {
    summary: "Say which Conditional Access policy hits the login and which the password check",
    load: async () => (await import("./commands/conditional-access.ts")).command,
  },
  "practice-tenant": {
    summary: "Run the practice tenant on this machine",
    load: async () => (await import("./commands/practice-tenant.ts")).command,
  },
};
