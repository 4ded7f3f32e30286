import type { CommandForm } from "../command.ts";
import { has, lacking, says } from "./missing-parts.ts";

/** The commands that have to do with Jamf Pro. */
export const jamfPro = {
  upload: {
    usage:
      "upload FILE --jamf-pro URL (--client-id ID [--secret-stdin] | --user NAME [--password-stdin]) [--environment-id ID | --tenant-id ID] [--id N] [--redeploy all] [--accept lock-out] [--accept-difference KEY=REASON] [--dry-run | --compare | --list] | upload FILE --format terraform|jamf-cli",
    summary: "Create or update a profile on Jamf Pro over its API, and read it back",
    examples: [
      "upload staff.mobileconfig --jamf-pro https://contoso.jamfcloud.com --client-id ID --dry-run",
      "upload staff.mobileconfig --jamf-pro https://contoso.jamfcloud.com --client-id ID --secret-stdin",
      "upload staff.mobileconfig --format terraform",
    ],
    missing: (call) =>
      lacking(
        [has(call, 1) || says(call, "list"), "FILE"],
        [says(call, "jamf-pro") || says(call, "format"), "--jamf-pro URL"],
        [says(call, "client-id") || says(call, "user") || says(call, "format"), "--client-id ID"],
      ),
    options: {
      "jamf-pro": {
        type: "string",
        value: "URL",
        description: "Address of the Jamf Pro server or of the Jamf Platform gateway",
      },
      "client-id": { type: "string", value: "ID", description: "API client to sign in as" },
      "secret-stdin": {
        type: "boolean",
        description: "Read its secret from the first line of standard input",
      },
      user: {
        type: "string",
        value: "NAME",
        description: "Account to sign in as, in place of an API client",
      },
      "password-stdin": {
        type: "boolean",
        description: "Read its password from the first line of standard input",
      },
      "environment-id": { type: "string", value: "ID", description: "Environment, for the gateway" },
      "tenant-id": {
        type: "string",
        value: "ID",
        description: "Tenant, for an API client of the gateway that was made for one",
      },
      id: {
        type: "string",
        value: "N",
        description: "Profile on the server that is meant, where several have the name",
      },
      redeploy: {
        type: "string",
        value: "all",
        description: "Send it to all Macs in scope now; newly assigned ones if left out",
      },
      accept: {
        type: "string",
        value: "lock-out",
        description: "Deliver although the profile can keep people out of their Macs",
      },
      "accept-difference": {
        type: "string",
        value: "KEY=REASON",
        multiple: true,
        description: "Take an unexplained difference as it is, with the reason; can be repeated",
      },
      "dry-run": {
        type: "boolean",
        description: "Say what would be done and which keys would change; write nothing",
      },
      compare: {
        type: "boolean",
        description: "Tell drift on the server from Jamf Pro's own rewriting; write nothing",
      },
      list: {
        type: "boolean",
        description: "List the profiles with settings of Jamf Connect and their conflicts; write nothing",
      },
      format: {
        type: "string",
        value: "terraform|jamf-cli",
        description: "Print what would do the same, and contact nothing",
      },
    },
  },
  "practice-jamf-pro": {
    usage: "practice-jamf-pro [--gateway] [--port N]",
    summary: "Run a practice Jamf Pro on this machine",
    examples: ["practice-jamf-pro", "practice-jamf-pro --gateway --port 8443"],
    options: {
      gateway: { type: "boolean", description: "Play the Jamf Platform gateway in place of a server" },
      port: { type: "string", value: "N", description: "Port to listen on; a free one if left out" },
    },
  },
} as const satisfies Readonly<Record<string, CommandForm>>;
