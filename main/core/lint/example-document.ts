import type { Result } from "../problem.ts";
import { type ProfileDocument, profileFromTypedJson } from "../profile/index.ts";
import { exampleHead, examplePayload } from "./example-profile.ts";
import type { ExampleSettings, RuleExample } from "./rule.ts";

/** The profile of an example, as typed JSON: what the documentation prints and what the rule is run on. */
export function exampleProfile({ settings = {}, profile }: RuleExample): ExampleSettings {
  if (profile !== undefined) return profile;
  return {
    ...exampleHead,
    PayloadContent: Object.entries(settings).map(([domain, values], index) => ({
      ...examplePayload(domain, index + 1),
      ...values,
    })),
  };
}

/** The same as a document. Problems: those of `profileFromTypedJson`. */
export function exampleDocument(example: RuleExample): Result<ProfileDocument> {
  return profileFromTypedJson(exampleProfile(example), { fileName: null });
}
