import { equalValues, toTypedJson } from "../plist/index.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import { asDict, isBookkeepingKey, textAt } from "../profile/bookkeeping.ts";
import { managedPreferencesType } from "../profile/payloads.ts";
import type { Difference } from "./difference.ts";
import { type Explained, unexplained, usual } from "./explain-difference.ts";
import { trimmed } from "./text-fate.ts";

/** `kept`: the profile has to have the identifier and UUID that were sent. `new`: Jamf Pro gives its own. */
export type Identity = "kept" | "new";

/** Keys that Jamf Pro derives anew for the profile and for each payload (terraform-provider-jamfplatform #154, #157). */
const derived = new Set(["PayloadDisplayName", "PayloadDescription", "PayloadOrganization"]);
const identityKeys = new Set(["PayloadIdentifier", "PayloadUUID"]);
/** Keys that it adds where they are missing. */
const added = new Set([
  "PayloadEnabled",
  "PayloadDescription",
  "PayloadRemovalDisallowed",
  "PayloadOrganization",
  "AllowUserOverrides",
  "PayloadScope",
  "PayloadVersion",
]);

/** What describes the profile as a whole: everything at its top but the payloads. */
export function compareAboutProfile(
  sent: PlistDict,
  stored: PlistDict,
  identity: Identity,
): readonly Difference[] {
  return compareKeys(
    null,
    "",
    sent,
    stored,
    (key) => key !== "PayloadContent",
    (key, a, b) => (identity === "kept" && identityKeys.has(key) ? unexplained : explainKey(key, a, b)),
  );
}

/** What describes each payload; payloads are matched by what they manage, because Jamf Pro gives them new identifiers. */
export function compareAboutPayloads(sent: PlistDict, stored: PlistDict): readonly Difference[] {
  const open = [...payloadsOf(stored)];
  return payloadsOf(sent).flatMap((payload) => {
    const at = open.findIndex((other) => signature(other) === signature(payload));
    const [match] = at < 0 ? [] : open.splice(at, 1);
    if (match === undefined) return [];
    const about = (key: string) => isBookkeepingKey(key) && key !== "PayloadContent" && key !== "PayloadType";
    const name = domainsOf(payload).join(", ");
    return compareKeys(
      name,
      "",
      payload,
      match,
      (key) => about(key) || key === "AllowUserOverrides",
      explainKey,
    );
  });
}

function explainKey(key: string, a: PlistValue | undefined, b: PlistValue | undefined): Explained {
  if (identityKeys.has(key) || derived.has(key)) return usual;
  if (a === undefined) return added.has(key) || isEmptyText(b) ? usual : unexplained;
  if (b === undefined) return isEmptyText(a) ? usual : unexplained;
  const isSameText = a.kind === "string" && b.kind === "string" && trimmed(a.value) === trimmed(b.value);
  return isSameText ? usual : unexplained;
}

function compareKeys(
  domain: string | null,
  prefix: string,
  a: PlistDict,
  b: PlistDict,
  concerns: (key: string) => boolean,
  explain: (key: string, a: PlistValue | undefined, b: PlistValue | undefined) => Explained,
): readonly Difference[] {
  return [...new Set([...a.entries.keys(), ...b.entries.keys()])].filter(concerns).flatMap((key) => {
    const [sent, stored] = [a.entries.get(key), b.entries.get(key)];
    if (sent !== undefined && stored !== undefined && equalValues(sent, stored)) return [];
    const explained = key === "" ? usual : explain(key, sent, stored);
    return [
      {
        domain,
        keyPath: `${prefix}${key}`,
        sent: json(sent),
        stored: json(stored),
        isSetting: false,
        ...explained,
      },
    ];
  });
}

function json(value: PlistValue | undefined) {
  return value === undefined ? null : toTypedJson(value);
}

function isEmptyText(value: PlistValue | undefined): boolean {
  return value?.kind === "string" && trimmed(value.value) === "";
}

function payloadsOf(root: PlistDict): readonly PlistDict[] {
  const content = root.entries.get("PayloadContent");
  return content?.kind === "array" ? content.items.flatMap((item) => asDict(item) ?? []) : [];
}

function domainsOf(payload: PlistDict): readonly string[] {
  const type = textAt(payload, "PayloadType") ?? "";
  const content = asDict(payload.entries.get("PayloadContent"));
  return type === managedPreferencesType && content !== null ? [...content.entries.keys()].sort() : [type];
}

function signature(payload: PlistDict): string {
  return JSON.stringify([textAt(payload, "PayloadType"), domainsOf(payload)]);
}
