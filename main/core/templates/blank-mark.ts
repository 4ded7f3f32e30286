import type { BlankId } from "./template.ts";

/** Without a blank where it becomes a part of scopes, which a blank parts. */
const marks: Readonly<Record<BlankId, string>> = {
  tenant: "[YOUR TENANT]",
  "client-id": "[YOUR CLIENT ID]",
  "check-client-id": "[YOUR CLIENT ID FOR THE CHECK]",
  "login-api": "[YOUR-API-APP-ID-FOR-THE-LOGIN]",
  "check-api": "[YOUR-API-APP-ID-FOR-THE-CHECK]",
  "client-secret": "[YOUR CLIENT SECRET]",
  "discovery-url": "[YOUR DISCOVERY URL]",
  "check-discovery-url": "[YOUR AD FS DISCOVERY URL]",
  host: "[YOUR OKTA DOMAIN]",
  scopes: "[YOUR SCOPES]",
};

/** What stands in a profile where a blank was left open; the lint rule `placeholder-left` finds each. */
export function blankMark(id: BlankId): string {
  return marks[id];
}
