import type { CommandForm } from "../command.ts";
import { has, lacking, says } from "./missing-parts.ts";
import { provider, tenant } from "./shared-options.ts";

/** The commands that run logins, and explain what came of them. */
export const logins = {
  test: {
    usage:
      "test ropg|oidc|both --profile FILE [--username U --password-stdin] [--from login|menu-bar] [--redirect loopback|paste] [--fill-in-name] [--no-open] [--authority URL] [--jamf-connect VERSION] [--policies FILE [--context FILE] [--baseline-scopes enforced|legacy|APPID]] [--allow-host HOST]",
    summary: "Run the logins as Jamf Connect runs them: ropg, oidc or both",
    examples: [
      "test ropg --profile staff.mobileconfig --username robin@contoso.com",
      "test both --profile staff.mobileconfig --username robin@contoso.com --policies policies",
      "test oidc --profile staff.mobileconfig --redirect paste",
    ],
    missing: (call) =>
      lacking(
        [/^(ropg|oidc|both)$/.test(call.positionals[0] ?? ""), "a login (ropg, oidc or both)"],
        [says(call, "profile"), "--profile FILE"],
        [call.positionals[0] === "oidc" || says(call, "username"), "--username U"],
      ),
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
    examples: ["discover --profile staff.mobileconfig"],
    missing: (call) => lacking([says(call, "profile"), "--profile FILE"]),
    options: provider,
  },
  explain: {
    usage: "explain CODE|TEXT…|FILE… | explain --list [WORD…]",
    summary: "Explain an error code, a text or a log of the Mac",
    examples: [
      "explain 50076",
      "explain AADSTS50126 AADSTS53003",
      "explain jamfconnect.log",
      "explain --list lock",
    ],
    missing: (call) => (says(call, "list") ? [] : lacking([has(call, 1), "a CODE, TEXT or FILE"])),
    options: {
      list: { type: "boolean", description: "List what can be explained, or what of it contains the words" },
    },
  },
} as const satisfies Readonly<Record<string, CommandForm>>;
