import type { CommandForm } from "../command.ts";
import { has, lacking, says } from "./missing-parts.ts";
import { tenant } from "./shared-options.ts";

/** How a person signs in to Microsoft Graph. */
const signInWays = {
  "device-code": { type: "boolean", description: "Sign in with a code, where no browser is" },
  "no-open": { type: "boolean", description: "Print the address only, do not open a browser" },
} as const;

/** The commands about an Entra tenant: its policies, its sign-in logs, what sets it up, and one to practise with. */
export const tenants = {
  "conditional-access": {
    usage:
      "conditional-access (POLICIES… | --client-id ID [--authority URL] [--device-code | --no-open] [--read NAME] [--person NAME] [--ask-what-if]) --profile FILE [--context FILE] [--baseline-scopes enforced|legacy|APPID] [--what-if FILE] [--format markdown|json [--unmasked]]",
    summary: "Say which Conditional Access policy hits the login and which the password check",
    examples: [
      "conditional-access policies --profile staff.mobileconfig",
      "conditional-access policies.json --profile staff.mobileconfig --context person.json",
      "conditional-access policies --profile staff.mobileconfig --format markdown",
      "conditional-access --client-id ID --device-code --ask-what-if --profile staff.mobileconfig",
      "conditional-access --client-id ID --person mira@contoso.com --profile staff.mobileconfig",
    ],
    missing: (call) =>
      lacking(
        [has(call, 1) || says(call, "client-id"), "POLICIES"],
        [says(call, "profile"), "--profile FILE"],
      ),
    options: {
      profile: {
        type: "string",
        value: "FILE",
        description: "Profile with the settings of both sign-ins; can be repeated",
        multiple: true,
      },
      ...tenant,
      "what-if": {
        type: "string",
        value: "FILE",
        description:
          "Saved answer of Microsoft's What If to compare with, one for each sign-in; can be repeated",
        multiple: true,
      },
      format: {
        type: "string",
        value: "markdown|json",
        description: "Print a document for others, ids and people as labels",
      },
      unmasked: { type: "boolean", description: "Keep ids and people in that document" },
      "client-id": {
        type: "string",
        value: "ID",
        description: "Read policies from Microsoft Graph, as this app registration of yours",
      },
      authority: {
        type: "string",
        value: "URL",
        description:
          "Where to sign in; https://login.microsoftonline.com and the profile's tenant if left out",
      },
      ...signInWays,
      read: {
        type: "string",
        value: "NAME",
        description: "Also read strengths, apps, groups, attributes or consent; can be repeated",
        multiple: true,
      },
      person: {
        type: "string",
        value: "NAME",
        description: "Also read this person's groups, roles and kind, by user principal name or object id",
      },
      "ask-what-if": {
        type: "boolean",
        description: "Ask Microsoft's What If over Graph and compare",
      },
    },
  },
  signins: {
    usage:
      "signins (LOG… | --client-id ID --authority URL [--device-code | --no-open] [--days N] [--risky-users]) [--app-id ID] [--since DATE] [--correlation-id ID | --request-id ID] [--csv] | signins --kql [--app-id ID] [--since DATE]",
    summary: "Tell real failures of sign-in logs from correct passwords that Entra logs as failures",
    examples: [
      "signins InteractiveSignIns.json NonInteractiveSignIns.json",
      "signins logs --since 2026-11-01 --csv",
      "signins --client-id ID --device-code --authority https://login.microsoftonline.com/contoso.com --app-id JAMFID",
      "signins --client-id ID --authority https://login.microsoftonline.com/contoso.com --correlation-id ID",
      "signins --kql",
    ],
    missing: (call) => {
      if (says(call, "kql")) return [];
      return lacking(
        [has(call, 1) || says(call, "client-id"), "LOG"],
        [has(call, 1) || !says(call, "client-id") || says(call, "authority"), "--authority URL"],
      );
    },
    options: {
      "app-id": {
        type: "string",
        value: "ID",
        description: "Only rows of this application id, as Jamf Connect's; can be repeated",
        multiple: true,
      },
      "client-id": {
        type: "string",
        value: "ID",
        description: "Read the log from Microsoft Graph, as this app registration of yours",
      },
      authority: {
        type: "string",
        value: "URL",
        description: "Where to sign in, such as https://login.microsoftonline.com/contoso.com",
      },
      ...signInWays,
      days: {
        type: "string",
        value: "N",
        description: "How many days of it, from 1 to 30; 7 if left out",
      },
      "risky-users": {
        type: "boolean",
        description:
          "Ask Entra ID Protection, too, who is at risk, and by which detections; needs Entra ID P2",
      },
      since: { type: "string", value: "DATE", description: "Only rows since this date, or this time in UTC" },
      "correlation-id": {
        type: "string",
        value: "ID",
        description: "Only the rows of this test; from Microsoft Graph they are waited for, up to 15 minutes",
      },
      "request-id": {
        type: "string",
        value: "ID",
        description: "The same by its request id, which Entra calls Trace ID in an error",
      },
      csv: { type: "boolean", description: "Print the rows as CSV, each with its class" },
      kql: {
        type: "boolean",
        description: "Print the same as a query for Log Analytics and Microsoft Sentinel; reads no log",
      },
    },
  },
  setup: {
    usage:
      "setup --tenant ID --recipe NAME [--with hash-sync-policy|security-attribute] --format graph-powershell|az|graph-rest|markdown [--undo] [--break-glass ID] [--name TEXT]",
    summary: "Print a recipe as a script that the identity team reads and runs",
    examples: [
      "setup --tenant contoso.com --recipe two-apis --format graph-powershell --break-glass ID > set-up.ps1",
      "setup --tenant contoso.com --recipe two-apis --format graph-powershell --undo > take-back.ps1",
      "setup --tenant contoso.com --recipe api-excluded --with hash-sync-policy --format az > set-up.sh",
      "setup --tenant contoso.com --recipe placeholder --format markdown",
    ],
    missing: (call) =>
      lacking(
        [says(call, "tenant"), "--tenant ID"],
        [says(call, "recipe"), "--recipe NAME"],
        [says(call, "format"), "--format FORM"],
      ),
    options: {
      tenant: { type: "string", value: "ID", description: "Tenant ID, or a domain of the tenant" },
      recipe: {
        type: "string",
        value: "simple|api-excluded|two-apis|placeholder|custom-scope-2023|per-user-mfa",
        description: "Recipe to set up; two-apis holds whatever the tenant does with basic scopes",
      },
      with: {
        type: "string",
        value: "hash-sync-policy|security-attribute",
        description: "What it is set up together with; can be repeated",
        multiple: true,
      },
      format: {
        type: "string",
        value: "graph-powershell|az|graph-rest|markdown",
        description: "Microsoft Graph PowerShell, Azure CLI, plain requests, or a page for people who click",
      },
      undo: { type: "boolean", description: "Print the way back: it removes what carries the set-up's mark" },
      "break-glass": {
        type: "string",
        value: "ID",
        description: "Object ID of the account that the policy must never shut out",
      },
      name: {
        type: "string",
        value: "TEXT",
        description: "What the name of every object begins with; Jamf Connect if left out",
      },
    },
  },
  "practice-tenant": {
    usage: "practice-tenant [--scenario NAME | --tenant FILE] [--port N] [--list | --schema]",
    summary: "Run the practice tenant on this machine",
    examples: ["practice-tenant", "practice-tenant --scenario no-mfa --port 4700", "practice-tenant --list"],
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
