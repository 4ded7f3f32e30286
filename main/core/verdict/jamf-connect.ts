import type { CatalogueEntry, JamfConnectView } from "./catalogue-entry.ts";
import type { Kind } from "./sentences.ts";

/**
 * What Jamf Connect does with an answer. The profile's own success codes come first
 * (`ROPGSuccessCodes`: error codes to be taken as success); they concern the password check only.
 */
export function jamfConnectView(
  entry: CatalogueEntry,
  kind: Kind,
  successCodes: readonly number[],
): JamfConnectView {
  if (kind === "oidc") return login(entry);
  if (successCodes.includes(entry.code)) {
    return {
      accepts: true,
      certainty: "documented",
      why: `The profile lists ${entry.code} among its success codes, so Jamf Connect counts this answer as a good check.`,
    };
  }
  return entry.jamfConnect;
}

function login(entry: CatalogueEntry): JamfConnectView {
  return {
    accepts: false,
    certainty: entry.assessed ? "documented" : "inferred",
    why: "The login ended without an ID token, so Jamf Connect lets nobody in and creates no account.",
  };
}
