import { shortenUserName } from "../redact/index.ts";
import { isCommonWord } from "./common-words.ts";
import type { Known, Person } from "./known.ts";
import type { LabelBook } from "./label-book.ts";
import { isPublicHost, registeredDomain, sharedSuffix } from "./public-hosts.ts";
import type { KnownValues } from "./text-patterns.ts";

/** Labels for everything that was found beforehand, and where each is looked for. */
export type KnownLabels = {
  readonly values: KnownValues;
  /** Domains of the customer, lower case. */
  readonly domains: readonly string[];
  /** Given and family names in their capitals. */
  readonly names: ReadonlyMap<string, string>;
  /** `contoso` → `tenant-1`. */
  readonly brands: ReadonlyMap<string, string>;
};

/** What stands for a secret: nothing that could be turned back, and nothing that tells two secrets apart. */
export const removed = "removed";

/**
 * Gives everything its label. Secrets get none: one word stands for all of them.
 *
 * @param kept ids that stay as they are, lower case
 */
export function labelKnown(known: Known, book: LabelBook, kept: ReadonlySet<string>): KnownLabels {
  for (const { id } of known.tenants) if (!id.includes(".")) book.of("tenant", id);
  linkDomains(known, book);
  const domains = ownDomains(known);
  labelDomains(domains, book);
  for (const app of known.apps) if (!/[:/]/.test(app)) book.of("app", app);
  for (const policy of known.policies) book.of("policy", policy);
  for (const request of known.requests) if (!kept.has(request.toLowerCase())) book.of("request", request);
  const names = new Map<string, string>();
  const shortened = ambiguousShortNames(known.people);
  for (const person of known.people) labelPerson(person, book, names, shortened);
  const brands = labelBrands(domains, book);
  for (const organization of known.organizations) book.of("organization", organization);
  for (const secret of known.secrets) if (secret.length >= 4) book.set(secret, removed);
  const ids = [...known.tenants.map(({ id }) => id), ...known.apps];
  return {
    domains,
    names,
    brands,
    values: {
      exact: [
        ...known.secrets.filter((secret) => secret.length >= 4),
        ...ids.filter((id) => id.length >= 6 && !/[.:/]/.test(id) && !isCommonWord(id)),
        ...known.people.flatMap((person) => person.addresses.filter((address) => address.includes("@"))),
      ],
      words: [
        ...known.people.flatMap((person) => [
          ...person.addresses.filter((address) => !address.includes("@")),
          ...person.shortNames,
          ...person.fullNames,
        ]),
        ...known.organizations,
      ],
      names: [...names.keys()],
      domains,
      brands: [...brands.keys()],
    },
  };
}

/** The first domain of a tenant's people carries the tenant's number: `tenant-1` and `tenant-1.example`. */
function linkDomains({ tenants }: Known, book: LabelBook): void {
  for (const { id, domains } of tenants) {
    const [first] = id.includes(".") && !isPublicHost(id) && sharedSuffix(id) === null ? [id] : domains;
    if (first === undefined) continue;
    const label = id.includes(".") ? `tenant-${book.next("tenant")}` : book.of("tenant", id);
    book.set(first, `${label}.example`);
  }
}

/** The shortest first, so that `corp.contoso.com` becomes a part of what stands for `contoso.com`. */
function labelDomains(domains: readonly string[], book: LabelBook): void {
  const own = domains.filter((domain) => sharedSuffix(domain) === null);
  for (const domain of own.toSorted((a, b) => a.length - b.length)) {
    const parent = own.find((other) => domain.endsWith(`.${other}`));
    if (parent === undefined) book.of("domain", domain);
    else if (book.find(domain) === null)
      book.set(domain, `host-${book.next("host")}.${book.of("domain", parent)}`);
  }
}

function ownDomains(known: Known): readonly string[] {
  const all = [
    ...known.tenants.flatMap(({ id, domains }) => [...(id.includes(".") ? [id] : []), ...domains]),
    ...known.domains,
    ...known.hosts.filter((host) => sharedSuffix(host) === null).map(registeredDomain),
    ...known.hosts.filter((host) => sharedSuffix(host) !== null),
  ];
  const usable = all.map((domain) => domain.toLowerCase()).filter(isDomain);
  return [...new Set(usable)].filter((domain) => !isPublicHost(domain));
}

/** At least two labels, and no IP address. */
function isDomain(text: string): boolean {
  return /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+$/u.test(text) && !/^[\d.]+$/.test(text);
}

/** Shortened user names that could be more than one person: they cannot be told, so they are nobody known. */
function ambiguousShortNames(people: readonly Person[]): ReadonlySet<string> {
  const seen = new Map<string, Person>();
  const ambiguous = new Set<string>();
  for (const person of people) {
    for (const address of person.addresses) {
      const short = shortenUserName(address).toLowerCase();
      if ((seen.get(short) ?? person) !== person) ambiguous.add(short);
      seen.set(short, person);
    }
  }
  return ambiguous;
}

function labelPerson(
  person: Person,
  book: LabelBook,
  names: Map<string, string>,
  ambiguous: ReadonlySet<string>,
): void {
  const number = book.next("person");
  const [userName, ...others] = person.addresses;
  const set = (values: readonly string[], label: string) => {
    for (const value of values) if (value !== "") book.set(value, label);
  };
  const domainOf = (address: string) => {
    const domain = address.slice(address.lastIndexOf("@") + 1);
    return address.includes("@") ? `@${book.find(domain) ?? book.of("domain", domain)}` : "";
  };
  const forms = (address: string) =>
    [address, shortenUserName(address)].filter((form) => !ambiguous.has(form.toLowerCase()));
  if (userName !== undefined) set(forms(userName), `person-${number}${domainOf(userName)}`);
  for (const [index, other] of others.entries()) {
    set(forms(other), `person-${number}-address-${index + 2}${domainOf(other)}`);
  }
  set(person.shortNames, `person-${number}`);
  set(person.fullNames, `Person ${number}`);
  set(person.givenNames, `Given name ${number}`);
  set(person.familyNames, `Family name ${number}`);
  for (const id of person.objectIds) book.of("object", id);
  for (const name of [...person.givenNames, ...person.familyNames]) {
    const label = book.find(name);
    if (label !== null && !names.has(name)) names.set(name, label);
  }
}

/** The names in domains, `contoso` of `contoso.co.uk`: companies put them everywhere. */
function labelBrands(domains: readonly string[], book: LabelBook): ReadonlyMap<string, string> {
  const brands = new Map<string, string>();
  const isShared = (domain: string) => Number(sharedSuffix(domain) !== null);
  const inOrder = domains.toSorted((a, b) => isShared(a) - isShared(b) || a.length - b.length);
  for (const domain of inOrder) {
    const brand = brandOf(domain);
    if (isCommonWord(brand) || brands.has(brand)) continue;
    const own = sharedSuffix(domain) === null ? book.of("domain", domain) : (book.find(domain) ?? "");
    const label = book.find(brand) ?? (own === "" ? `host-${book.next("host")}` : own.replace(/\..*$/, ""));
    book.set(brand, label);
    brands.set(brand, label);
  }
  return brands;
}

function brandOf(domain: string): string {
  const suffix = sharedSuffix(domain);
  const own = suffix === null ? registeredDomain(domain) : domain.slice(0, -suffix.length - 1);
  return own.split(".")[0] ?? "";
}
