import type { CommandForm, CommandOption, CommandOptions } from "./command.ts";

/** Options that several commands have. */
const out: CommandOption = { type: "string", value: "OUT", description: "File to write", short: "o" };

/** Which provider is asked, and as which Jamf Connect. */
const provider: CommandOptions = {
  profile: { type: "string", value: "FILE", description: "Profile to test" },
  authority: {
    type: "string",
    value: "URL",
    description: "Use this scheme, host and tenant in place of Entra's",
  },
  "jamf-connect": {
    type: "string",
    value: "VERSION",
    description: "Version of Jamf Connect to act as, for example 2.45",
  },
  "allow-host": {
    type: "string",
    value: "HOST",
    description: "Host that may get the password although it is not known; can be repeated",
    multiple: true,
  },
};

/** What a prediction knows of the tenant and the person. */
const tenant: CommandOptions = {
  context: {
    type: "string",
    value: "FILE",
    description: "What is known of person, device and place, as JSON",
  },
  "baseline-scopes": {
    type: "string",
    value: "enforced|legacy|APPID",
    description: "How Entra treats the basic scopes; enforced if left out",
  },
};

/**
 * How every command is called: its usage, its help and what of its arguments is understood, in one place and without loading any
 * command. `--json` and `--help` are understood everywhere and not listed.
 */
export const commandTable = {
  app: {
    usage: "app [--browser] [--port N] [--no-open]",
    summary: "Open the app: Electron where it is there, else in the browser",
    options: {
      browser: { type: "boolean", description: "Open the browser even where Electron is there" },
      port: { type: "string", value: "N", description: "Port of the browser host; a free one if left out" },
      "no-open": { type: "boolean", description: "Print the address and open nothing" },
    },
  },
  show: {
    usage: "show FILE [--domain DOMAIN] | show --installed",
    summary: "Show what a profile holds",
    options: {
      domain: { type: "string", value: "DOMAIN", description: "Preference domain of a bare property list" },
      installed: { type: "boolean", description: "Show the settings that this Mac has installed" },
    },
  },
  lint: {
    usage:
      "lint FILE… [--jamf-connect VERSION] [--policies FILE…] [--sarif] [--baseline FILE] [--fix [--dry-run]]",
    summary: "Find mistakes in profiles, files and folders, and fix those that have one answer",
    options: {
      "jamf-connect": {
        type: "string",
        value: "VERSION",
        description: "Version of Jamf Connect that the profiles are for, for example 2.45",
      },
      policies: {
        type: "string",
        value: "FILE",
        description: "Conditional Access policies, a file or a folder, to judge by; can be repeated",
        multiple: true,
      },
      sarif: { type: "boolean", description: "Print a SARIF 2.1.0 log" },
      baseline: {
        type: "string",
        value: "FILE",
        description: "What an earlier lint --json printed: only what is new is reported",
      },
      fix: {
        type: "boolean",
        description: "Apply every fix that changes the profile, and print the changes",
      },
      "dry-run": { type: "boolean", description: "With --fix: print the changes and write nothing" },
    },
  },
  convert: {
    usage:
      "convert IN -o OUT [--to mobileconfig|plist|binary-plist|json] [--form direct|managed-preferences] [--domain DOMAIN]",
    summary: "Write a profile in another form",
    options: {
      out,
      to: {
        type: "string",
        value: "FORMAT",
        description: "mobileconfig, plist, binary-plist or json; if left out, by the name of the file",
      },
      form: {
        type: "string",
        value: "FORM",
        description: "direct or managed-preferences: how the payloads hold the settings",
      },
      domain: {
        type: "string",
        value: "DOMAIN",
        description: "Write only the settings of this preference domain",
      },
    },
  },
  diff: { usage: "diff A B", summary: "Compare the settings of two profiles", options: {} },
  sign: {
    usage: "sign IN -o OUT (--p12 FILE | --cert PEM --key PEM | --keychain SHA1) [--password-stdin]",
    summary: "Sign a profile with a .p12, PEM files or a keychain identity",
    options: {
      out,
      p12: { type: "string", value: "FILE", description: "Identity in a .p12 file" },
      cert: { type: "string", value: "PEM", description: "Certificate, followed by its chain" },
      key: { type: "string", value: "PEM", description: "Private key of the certificate" },
      keychain: {
        type: "string",
        value: "SHA1",
        description: "Identity in the keychain of this Mac, by its SHA-1",
      },
      "password-stdin": {
        type: "boolean",
        description: "Read the passphrase from the first line of standard input",
      },
    },
  },
  verify: {
    usage: "verify FILE [--ca PEM]",
    summary: "Check the signature of a profile",
    options: { ca: { type: "string", value: "PEM", description: "Root certificate to trust as well" } },
  },
  unsign: {
    usage: "unsign IN -o OUT",
    summary: "Take the profile out of its signature",
    options: { out },
  },
  test: {
    usage:
      "test ropg|oidc|both --profile FILE [--username U --password-stdin] [--from login|menu-bar] [--redirect loopback|paste] [--fill-in-name] [--no-open] [--authority URL] [--jamf-connect VERSION] [--policies FILE [--context FILE] [--baseline-scopes enforced|legacy|APPID]] [--allow-host HOST]",
    summary: "Run the logins as Jamf Connect runs them: ropg, oidc or both",
    options: {
      ...provider,
      policies: {
        type: "string",
        value: "FILE",
        description: "Conditional Access policies, a file or a folder, to predict from; can be repeated",
        multiple: true,
      },
      ...tenant,
      username: { type: "string", value: "U", description: "User name to test with" },
      "password-stdin": {
        type: "boolean",
        description: "Read the password from the first line of standard input",
      },
      from: {
        type: "string",
        value: "login|menu-bar",
        description: "Whose settings to test: the login window or the menu bar app",
      },
      redirect: {
        type: "string",
        value: "loopback|paste",
        description: "How the login comes back: caught on this machine, or pasted",
      },
      "fill-in-name": {
        type: "boolean",
        description: "Hand the user name to the sign-in page; Jamf Connect does not",
      },
      "no-open": { type: "boolean", description: "Print the address of the login and open nothing" },
    },
  },
  discover: {
    usage: "discover --profile FILE [--authority URL] [--jamf-connect VERSION] [--allow-host HOST]",
    summary: "Fetch and check the discovery documents a profile leads to",
    options: provider,
  },
  explain: {
    usage: "explain CODE|TEXT…|FILE… | explain --list [WORD…]",
    summary: "Explain an error code, a text or a log of the Mac",
    options: {
      list: { type: "boolean", description: "List what can be explained, or what of it contains the words" },
    },
  },
  "conditional-access": {
    usage:
      "conditional-access POLICIES… --profile FILE [--context FILE] [--baseline-scopes enforced|legacy|APPID]",
    summary: "Say which Conditional Access policy hits the login and which the password check",
    options: {
      profile: {
        type: "string",
        value: "FILE",
        description: "Profile with the settings of both sign-ins; can be repeated",
        multiple: true,
      },
      ...tenant,
    },
  },
  signins: {
    usage: "signins LOG… [--app-id ID] [--since DATE] [--csv] | signins --kql [--app-id ID]",
    summary: "Tell real failures of sign-in logs from correct passwords that Entra logs as failures",
    options: {
      "app-id": {
        type: "string",
        value: "ID",
        description: "Only rows of this application id, as Jamf Connect's; can be repeated",
        multiple: true,
      },
      since: { type: "string", value: "DATE", description: "Only rows since this date, or this time in UTC" },
      csv: { type: "boolean", description: "Print the rows as CSV, each with its class" },
      kql: {
        type: "boolean",
        description: "Print the same as a query for Log Analytics and Microsoft Sentinel; reads no log",
      },
    },
  },
  "practice-tenant": {
    usage: "practice-tenant [--scenario NAME | --tenant FILE] [--port N] [--list | --schema]",
    summary: "Run the practice tenant on this machine",
    options: {
      scenario: {
        type: "string",
        value: "NAME",
        description: "Scenario to play; all-cloud-apps-mfa if left out",
      },
      tenant: { type: "string", value: "FILE", description: "Your own tenant, as JSON" },
      port: { type: "string", value: "N", description: "Port to listen on; a free one if left out" },
      list: { type: "boolean", description: "Print the scenarios and end" },
      schema: { type: "boolean", description: "Print the JSON schema of a tenant and end" },
    },
  },
} as const satisfies Readonly<Record<string, CommandForm>>;

export type CommandName = keyof typeof commandTable;

/** The usage line of a command, for a {@link wrongCall}. */
export function usageOf(name: CommandName): string {
  return commandTable[name].usage;
}
