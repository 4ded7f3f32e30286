import type { IdentityField, ProfileView } from "../../../preload/contract.ts";
import type { KeyCatalogue } from "../../stores/keys-store.ts";
import type { TabId } from "../../stores/navigation-store.ts";
import type { FieldRow, FindingsAt } from "./form-rows.ts";

const groups: readonly { readonly title: string; readonly ids: readonly IdentityField["id"][] }[] = [
  { title: "Provider and tenant", ids: ["provider", "tenant", "okta-domain", "discovery-url"] },
  { title: "Apps", ids: ["login-app", "check-app", "check-secret", "redirect-uri"] },
  { title: "Scopes", ids: ["login-scopes", "check-scopes", "success-codes"] },
  { title: "License and pages", ids: ["license", "change-password-url"] },
];

/** What every profile is about: their fields are there from the first. */
const alwaysShown: ReadonlySet<IdentityField["id"]> = new Set([
  "provider",
  "tenant",
  "okta-domain",
  "login-app",
  "check-app",
]);

/**
 * What the two domains share, under its headings. A field that the provider does not ask for is left out while nothing is in it:
 * its keys then stand with the others that are for other providers, and come back with the provider.
 */
export function identityRows(
  view: ProfileView,
  catalogue: KeyCatalogue,
  provider: string | null,
  findingsAt: FindingsAt,
): readonly { readonly tab: TabId; readonly title: string; readonly row: FieldRow }[] {
  return groups.flatMap(({ title, ids }) =>
    ids.flatMap((id) => {
      const field = view.identity.find((candidate) => candidate.id === id);
      if (field === undefined || !isAskedFor(field, catalogue, provider)) {
        return [];
      }
      const isNeeded = alwaysShown.has(id) || isRequired(field, catalogue, provider);
      const findings = field.destinations.flatMap((to) => findingsAt(to.payload.domain, to.keyPath));
      return [
        { tab: "identity", title, row: { kind: "field", id: `field ${id}`, field, isNeeded, findings } },
      ];
    }),
  );
}

function isRequired(field: IdentityField, catalogue: KeyCatalogue, provider: string | null): boolean {
  return field.destinations.some(({ payload, keyPath }) =>
    (catalogue.find(payload.domain, keyPath)?.required ?? []).some(
      ({ providers, when }) =>
        when === undefined && (providers === undefined || providers.some((name) => name === provider)),
    ),
  );
}

function isAskedFor(field: IdentityField, catalogue: KeyCatalogue, provider: string | null): boolean {
  if (provider === null || field.destinations.some((to) => to.value !== null)) {
    return true;
  }
  return field.destinations.some(({ payload, keyPath }) => {
    const entry = catalogue.find(payload.domain, keyPath);
    return (
      entry === null || entry.providers === undefined || entry.providers.some((name) => name === provider)
    );
  });
}
