/** Everything about the people and companies of a report that was found before anything is masked. */
export type Person = {
  /** User principal names and mail addresses, the first one is the user name. */
  readonly addresses: readonly string[];
  readonly fullNames: readonly string[];
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
  readonly shortNames: readonly string[];
  readonly objectIds: readonly string[];
};

export type Known = {
  readonly people: readonly Person[];
  /** Tenant ids and domains, each with the domains that its people came from. */
  readonly tenants: readonly { readonly id: string; readonly domains: readonly string[] }[];
  readonly domains: readonly string[];
  readonly hosts: readonly string[];
  readonly apps: readonly string[];
  readonly policies: readonly string[];
  /** Trace and correlation ids. */
  readonly requests: readonly string[];
  readonly organizations: readonly string[];
  /** Passwords, client secrets, licences: removed wherever they stand. */
  readonly secrets: readonly string[];
};

export const nothingKnown: Known = {
  people: [],
  tenants: [],
  domains: [],
  hosts: [],
  apps: [],
  policies: [],
  requests: [],
  organizations: [],
  secrets: [],
};
