import { keyDomains } from "../keys/index.ts";
import { dict, string } from "../plist/build.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { asDict, textAt } from "../profile/bookkeeping.ts";
import type { ProfileDocument } from "../profile/index.ts";
import { listPayloads } from "../profile/payloads.ts";
import { rewrap, wrapSettings } from "../profile/rewrap.ts";

/** A profile in the form in which it goes over the API, and the name by which it is found there. */
export type Delivery = { readonly name: string; readonly document: ProfileDocument };

/**
 * Brings a profile into the form for the API: payloads of preference domains as managed preferences, the only kind that Jamf Pro
 * stores byte for byte, and without `PayloadEnabled` inside payloads, which it marks as unrecognised. Signatures do not
 * survive the API, so there is none.
 *
 * Problems: `domain-unknown` for a bare property list whose domain nothing tells, `jamf-pro-name-missing`, `jamf-pro-no-payloads`.
 */
export function deliveryOf(document: ProfileDocument): Result<Delivery> {
  const profile = asProfile(document);
  if (!profile.ok) return profile;
  if (listPayloads(profile.value).length === 0) return fail(noPayloads);
  const name = textAt(profile.value.root, "PayloadDisplayName")?.trim() ?? "";
  if (name === "") return fail(nameMissing);
  return succeed({ name, document: withoutInnerEnabled(rewrap(profile.value, "managed-preferences")) });
}

/** Whether a profile sets anything for Jamf Connect. */
export function holdsJamfConnect(document: ProfileDocument): boolean {
  return listPayloads(document).some(({ domain }) => isJamfConnectDomain(domain));
}

/** Whether a preference domain is one of Jamf Connect's. */
export function isJamfConnectDomain(domain: string | null): boolean {
  return keyDomains.some((known) => known.domain === domain);
}

/**
 * The profile with the identity that is stored: Macs take a profile with another identifier for a new one, install it beside the
 * old one and keep both.
 */
export function withStoredIdentity({ document }: Delivery, stored: PlistDict): PlistDict {
  const entries = new Map<string, PlistValue>(document.root.entries);
  for (const key of ["PayloadUUID", "PayloadIdentifier"]) {
    const kept = textAt(stored, key);
    if (kept !== null) entries.set(key, string(kept));
  }
  return { kind: "dict", entries };
}

/** Profiles are for the Mac unless they say that they are for the person. */
export function levelOf(document: ProfileDocument): "computer" | "user" {
  return textAt(document.root, "PayloadScope")?.toLowerCase() === "user" ? "user" : "computer";
}

function asProfile(document: ProfileDocument): Result<ProfileDocument> {
  if (document.format === "mobileconfig") return succeed(document);
  if (document.domain === null) return fail(domainUnknown);
  const root = wrapSettings(document.root, document.domain, "managed-preferences");
  return succeed({ ...document, format: "mobileconfig", root, domain: null });
}

function withoutInnerEnabled(document: ProfileDocument): ProfileDocument {
  const content = document.root.entries.get("PayloadContent");
  if (content?.kind !== "array") return document;
  const items = content.items.map((item) => {
    const payload = asDict(item);
    if (payload === null) return item;
    return dict([...payload.entries].filter(([key]) => key !== "PayloadEnabled"));
  });
  const entries = new Map([...document.root.entries, ["PayloadContent", { kind: "array", items }] as const]);
  return { ...document, root: { kind: "dict", entries } };
}

const domainUnknown: Problem = {
  code: "domain-unknown",
  title: "Nothing tells which preference domain these settings are for.",
  detail: "Neither the file name nor the keys name a domain, and a profile needs one. Nothing was sent.",
  fix: "Convert the file first: latchkey convert IN -o OUT.mobileconfig --domain com.jamf.connect.login",
};

const nameMissing: Problem = {
  code: "jamf-pro-name-missing",
  title: "The profile has no name.",
  detail:
    "Jamf Pro finds a profile by its name, which is PayloadDisplayName, and it is missing or empty. Nothing was sent.",
  fix: "Give the profile a PayloadDisplayName.",
};

const noPayloads: Problem = {
  code: "jamf-pro-no-payloads",
  title: "The profile holds no payload.",
  detail: "On a Mac it would do nothing. Nothing was sent.",
  fix: "Choose the profile with the settings.",
};
