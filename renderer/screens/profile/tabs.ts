import type { Finding } from "../../../preload/contract.ts";
import type { KeyCatalogue } from "../../stores/keys-store.ts";
import { type TabId, tabIds } from "../../stores/navigation-store.ts";

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

/** The domain whose keys a tab shows; null where it has several. */
export function domainOfTab(tab: TabId): string | null {
  switch (tab) {
    case "login":
    case "identity":
      return "com.jamf.connect.login";
    case "connect":
      return "com.jamf.connect";
    case "actions":
      return "com.jamf.connect.actions";
    case "shares":
      return "com.jamf.connect.shares";
    case "other":
      return null;
  }
}

/** One name for a place in a profile, to compare places with. */
export function placeName(domain: string, keyPath: string): string {
  return `${domain} ${keyPath}`;
}

/** The tab where a finding's key stands; findings about nothing in particular belong to none. */
export function tabOfFinding(finding: Finding, catalogue: KeyCatalogue): TabId | null {
  const { domain, keyPath } = finding.where;
  if (domain === undefined) {
    return null;
  }
  const entry = keyPath === undefined ? null : catalogue.find(domain, keyPath.replace(/\[\d+\].*$/, ""));
  return entry === null
    ? tabOfDomain(domain)
    : (tabIds.find((id) => id === entry.group.toLowerCase()) ?? "other");
}

/** True when every word of the query is in one of the texts. */
export function matches(query: string, texts: readonly (string | null)[]): boolean {
  const haystack = texts.join(" ").toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
