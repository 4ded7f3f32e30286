import type { CommandForm } from "../command.ts";
import { has, lacking, says } from "./missing-parts.ts";
import { out } from "./shared-options.ts";

/** The commands that read and write profiles. */
export const profiles = {
  show: {
    usage: "show FILE [--domain DOMAIN] | show --installed",
    summary: "Show what a profile holds",
    examples: [
      "show staff.mobileconfig",
      "show com.jamf.connect.login.plist --domain com.jamf.connect.login",
      "show --installed",
    ],
    missing: (call) => (says(call, "installed") ? [] : lacking([has(call, 1), "FILE"])),
    options: {
      domain: { type: "string", value: "DOMAIN", description: "Preference domain of a bare property list" },
      installed: { type: "boolean", description: "Show the settings that this Mac has installed" },
    },
  },
  lint: {
    usage:
      "lint FILE… [--jamf-connect VERSION] [--policies FILE…] [--sarif] [--baseline FILE] [--fix [--dry-run]]",
    summary: "Find mistakes in profiles, files and folders, and fix those that have one answer",
    examples: [
      "lint staff.mobileconfig",
      "lint profiles --policies policies --sarif",
      "lint staff.mobileconfig --fix --dry-run",
    ],
    missing: (call) => lacking([has(call, 1), "FILE"]),
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
    examples: [
      "convert settings.plist -o staff.mobileconfig",
      "convert staff.mobileconfig -o login.plist --domain com.jamf.connect.login",
    ],
    missing: (call) => lacking([has(call, 1), "IN"], [says(call, "out"), "-o OUT"]),
    options: {
      out,
      to: {
        type: "string",
        value: "mobileconfig|plist|binary-plist|json",
        description: "Format to write; if left out, by the name of the file",
      },
      form: {
        type: "string",
        value: "direct|managed-preferences",
        description: "How the payloads hold the settings",
      },
      domain: {
        type: "string",
        value: "DOMAIN",
        description: "Write only the settings of this preference domain",
      },
    },
  },
  diff: {
    usage: "diff A B",
    summary: "Compare the settings of two profiles",
    examples: ["diff before.mobileconfig after.mobileconfig"],
    missing: (call) => lacking([has(call, 1), "A"], [has(call, 2), "B"]),
    options: {},
  },
} as const satisfies Readonly<Record<string, CommandForm>>;
