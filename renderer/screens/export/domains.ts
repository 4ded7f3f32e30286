import type { ProfileView } from "../../../preload/contract.ts";

/** The preference domains that a profile manages, each once, in the order of the file. */
export function domainsOf(view: ProfileView): readonly string[] {
  const domains = view.payloads
    .filter((payload) => payload.form !== "other")
    .map((payload) => payload.domain)
    .filter((domain) => domain !== null);
  return [...new Set(domains)];
}

/** The domain to write: the chosen one while the profile still has it, else its first one. */
export function chosenDomain(view: ProfileView, chosen: string | null): string | null {
  const domains = domainsOf(view);
  return domains.find((domain) => domain === chosen) ?? domains[0] ?? null;
}
