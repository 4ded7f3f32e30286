import type { Result } from "../problem.ts";
import { type ProfileDocument, profileFromTypedJson } from "../profile/index.ts";
import type { ExampleSettings, RuleExample } from "./rule.ts";

/** The profile of an example, as typed JSON: what the documentation prints and what the rule is run on. */
export function exampleProfile({ settings = {}, profile }: RuleExample): ExampleSettings {
  if (profile !== undefined) return profile;
  return {
    PayloadType: "Configuration",
    PayloadIdentifier: "com.example.jamf-connect",
    PayloadUUID: uuid(0),
    PayloadVersion: 1,
    PayloadDisplayName: "Jamf Connect",
    PayloadScope: "System",
    PayloadContent: Object.entries(settings).map(([domain, values], index) => ({
      PayloadType: domain,
      PayloadIdentifier: `com.example.jamf-connect.${index + 1}`,
      PayloadUUID: uuid(index + 1),
      PayloadVersion: 1,
      ...values,
    })),
  };
}

/** The same as a document. Problems: those of `profileFromTypedJson`. */
export function exampleDocument(example: RuleExample): Result<ProfileDocument> {
  return profileFromTypedJson(exampleProfile(example), { fileName: null });
}

function uuid(number: number): string {
  return `5D0C7C6A-1E2F-4B3A-9C4D-00000000000${number}`;
}
