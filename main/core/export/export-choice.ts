import type { Result } from "../problem.ts";
import { listPayloads, type ProfileDocument, shapeProfile } from "../profile/index.ts";
import { blueprintIdentity, identityOfDomain } from "./identity.ts";

/** Where a profile goes that is written to a file: into Jamf Pro signed or editable, as settings of one domain, or to a Mac. */
export type FileRoute = "signed" | "unsigned" | "plist" | "mac";

/** What is to be written. */
export type ExportChoice = {
  readonly route: FileRoute;
  /** This preference domain alone; null for the whole profile. */
  readonly domain: string | null;
  /** Every payload's UUID is its identifier, which is what a Blueprint needs to take an installed profile over. */
  readonly blueprintReady: boolean;
};

/** What is to be written for every preference domain of the profile by itself. */
export type EachChoice = Omit<ExportChoice, "domain">;

/** The preference domains that a profile manages, each once, in the order of the file. */
export function managedDomains(document: ProfileDocument): readonly string[] {
  const domains = listPayloads(document)
    .filter(({ form }) => form !== "other")
    .flatMap(({ domain }) => domain ?? []);
  return [...new Set(domains)];
}

/** A choice for each of the profile's domains. */
export function choiceForEach(document: ProfileDocument, choice: EachChoice): readonly ExportChoice[] {
  return managedDomains(document).map((domain) => ({ ...choice, domain }));
}

/** The kind of file that a route takes. */
export function fileKindOf(route: FileRoute): "mobileconfig" | "plist" {
  return route === "plist" ? "plist" : "mobileconfig";
}

/**
 * The document as it is written for a route. An editable upload has managed preferences, the only form that Jamf Pro opens as
 * Application & Custom Settings; everything else stays in the form that it has. One domain out of several gets a profile of its own.
 *
 * Problems: `domain-missing`, `domain-unknown`.
 */
export function documentFor(
  document: ProfileDocument,
  { route, domain, blueprintReady }: ExportChoice,
): Result<ProfileDocument> {
  const only = domain === null ? {} : { domain };
  if (route === "plist") return shapeProfile(document, { to: "plist", ...only });
  const form = route === "unsigned" ? { form: "managed-preferences" as const } : {};
  const own = domain === null ? document : identityOfDomain(document, domain);
  const shaped = shapeProfile(own, { to: "mobileconfig", ...form, ...only });
  return shaped.ok && blueprintReady ? { ok: true, value: blueprintIdentity(shaped.value) } : shaped;
}
