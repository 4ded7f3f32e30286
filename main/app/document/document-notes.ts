import type { Problem } from "../../core/problem.ts";
import { listPayloads, type ProfileDocument, profileRemarks } from "../../core/profile/index.ts";
import { jamfConnectDomains } from "./jamf-connect-domains.ts";
import type { OpenDocument } from "./open-document.ts";

/** Remarks that explain an empty page. What disagrees inside of a profile is a finding, and said there. */
const whyEmpty: ReadonlySet<string> = new Set([
  "profile-encrypted",
  "profile-empty",
  "payload-empty",
  "settings-not-forced",
]);

/** What is said above the settings of a document: where it was taken out of, and why there may be nothing to edit. */
export function documentNotes({
  document,
  inside,
}: Pick<OpenDocument, "document" | "inside">): readonly Problem[] {
  const remarks = profileRemarks(document).filter(({ code }) => whyEmpty.has(code));
  return [
    ...(inside === null ? [] : [takenOut(inside)]),
    ...remarks,
    ...(remarks.length === 0 ? withoutJamfConnect(document) : []),
  ];
}

function takenOut(place: string): Problem {
  return {
    code: "taken-out",
    title: `This profile was inside ${place}.`,
    detail: "It was taken out. The file that you opened stays as it is.",
    fix: "Saving makes a file of its own.",
  };
}

/** A profile for something else is told from an empty one by what it holds. */
function withoutJamfConnect(document: ProfileDocument): readonly Problem[] {
  const payloads = listPayloads(document);
  if (payloads.some(({ domain, type }) => jamfConnectDomains.has(domain ?? type ?? ""))) return [];
  // A bare property list whose domain nobody knows may well be Jamf Connect's.
  if (document.format === "plist" && document.domain === null) return [];
  const kinds = [
    ...new Set(payloads.map(({ domain, type }) => domain ?? type ?? "a payload without a type")),
  ];
  const shown = kinds.slice(0, 5).join(", ");
  const more = kinds.length > 5 ? ` and ${kinds.length - 5} more kinds` : "";
  return [
    {
      code: "no-jamf-connect",
      title: "This profile has no settings for Jamf Connect.",
      detail: `It holds ${payloads.length === 1 ? "one payload" : `${payloads.length} payloads`}: ${shown}${more}.`,
      fix: "Open the profile with com.jamf.connect or com.jamf.connect.login, or make a new one from a template.",
    },
  ];
}
