import type { Finding, IdentityField, KeyView, PayloadView, ProfileView } from "../../../preload/contract.ts";
import type { TabId } from "../../stores/navigation-store.ts";

export const tabTitles: Readonly<Record<TabId, string>> = {
  identity: "Identity",
  login: "Login",
  connect: "Connect",
  actions: "Actions",
  shares: "Shares",
  other: "Other",
};

/** The tab that shows a preference domain, as admins know it from Jamf Connect Configuration. */
export function tabOfDomain(domain: string | null): Exclude<TabId, "identity"> {
  switch (domain) {
    case "com.jamf.connect.login":
      return "login";
    case "com.jamf.connect":
      return "connect";
    case "com.jamf.connect.actions":
      return "actions";
    case "com.jamf.connect.shares":
      return "shares";
    default:
      return "other";
  }
}

/** The keys of one payload that no identity field shows. */
export type PayloadSection = { readonly payload: PayloadView; readonly keys: readonly KeyView[] };

/** One name for a place in a profile, to compare places with. */
export function placeName(domain: string, keyPath: string): string {
  return `${domain} ${keyPath}`;
}

/** Places that the Identity tab shows, so that no key stands twice. */
export function identityPlaces(fields: readonly IdentityField[]): ReadonlySet<string> {
  return new Set(
    fields.flatMap((field) => field.destinations.map((to) => placeName(to.payload.domain, to.keyPath))),
  );
}

/** Payloads of a tab with their remaining keys; payloads without any key are left out. */
export function sectionsOfTab(view: ProfileView, tab: Exclude<TabId, "identity">): readonly PayloadSection[] {
  const taken = identityPlaces(view.identity);
  return view.payloads
    .filter((payload) => tabOfDomain(payload.domain) === tab)
    .map((payload) => ({
      payload,
      keys: payload.keys.filter((key) => !taken.has(placeName(key.payload.domain, key.keyPath))),
    }))
    .filter((section) => section.keys.length > 0);
}

/** How many of the identity fields hold a value. */
export function setFields(fields: readonly IdentityField[]): readonly IdentityField[] {
  return fields.filter((field) => field.destinations.some((to) => to.value !== null));
}

/** The tab where a finding's key stands; findings about nothing in particular belong to none. */
export function tabOfFinding(view: ProfileView, finding: Finding): TabId | null {
  const { domain, keyPath } = finding.where;
  if (domain === undefined) {
    return null;
  }
  const isIdentity = keyPath !== undefined && identityPlaces(view.identity).has(placeName(domain, keyPath));
  return isIdentity ? "identity" : tabOfDomain(domain);
}

/** Keys of a payload in the order of the file, under their groups in the order of first appearance. */
export function groupKeys<K extends { readonly group: string }>(
  keys: readonly K[],
): readonly { readonly group: string; readonly keys: readonly K[] }[] {
  const groups = new Map<string, K[]>();
  for (const key of keys) {
    const list = groups.get(key.group);
    if (list === undefined) {
      groups.set(key.group, [key]);
    } else {
      list.push(key);
    }
  }
  return [...groups].map(([group, list]) => ({ group, keys: list }));
}

/** True when every word of the query is in one of the texts. */
export function matches(query: string, texts: readonly (string | null)[]): boolean {
  const haystack = texts.join(" ").toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
