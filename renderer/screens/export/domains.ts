import type { ExportChoice, FileRoute, ProfileView } from "../../../preload/contract.ts";
import type { ExportState, WantedExport } from "../../stores/export-store.ts";

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

/** What is to be written of the open profile on a route: one file, or one for each domain where it has several. */
export function wantedExport(
  view: ProfileView,
  route: FileRoute,
  state: Pick<ExportState, "domain" | "onlyDomain" | "eachDomain" | "blueprintReady">,
): WantedExport {
  if (!state.eachDomain || domainsOf(view).length < 2)
    return { isEach: false, choice: exportChoice(view, route, state) };
  return { isEach: true, choice: { route, blueprintReady: takesBlueprint(route) && state.blueprintReady } };
}

/** No Blueprint takes over what was installed by hand to try it, and a property list has no payloads. */
function takesBlueprint(route: FileRoute): boolean {
  return route !== "plist" && route !== "mac";
}

/** A property list is of one domain, a profile of all unless one was chosen. */
function exportChoice(
  view: ProfileView,
  route: FileRoute,
  { domain, onlyDomain, blueprintReady }: Pick<ExportState, "domain" | "onlyDomain" | "blueprintReady">,
): ExportChoice {
  if (route === "plist") {
    return { route, domain: chosenDomain(view, domain), blueprintReady: false };
  }
  const only = domainsOf(view).find((name) => name === onlyDomain) ?? null;
  return { route, domain: only, blueprintReady: takesBlueprint(route) && blueprintReady };
}

/** The domain that is written where it is not all of the profile; null where it is, or every domain has a file. */
export function onlyDomainOf(view: ProfileView, wanted: WantedExport): string | null {
  return wanted.isEach || domainsOf(view).length < 2 ? null : wanted.choice.domain;
}
