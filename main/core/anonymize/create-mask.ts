import { masked } from "../redact/index.ts";
import { maskEncoded } from "./encoded.ts";
import { createHostLabels, type HostLabels } from "./host-labels.ts";
import { isIpV4, isIpV6 } from "./ip-address.ts";
import type { Known } from "./known.ts";
import type { LabelBook, LabelKind } from "./label-book.ts";
import { type KnownLabels, labelKnown } from "./label-known.ts";
import { hidden, type Mask } from "./mask.ts";
import { type MemberKind, memberKind } from "./members.ts";
import { plainText } from "./plain-text.ts";
import { type PatternName, textPattern } from "./text-patterns.ts";
import { maskUrl } from "./url-mask.ts";

/** Ids that Microsoft publishes: resources such as Microsoft Graph, and the tenants of its own services. */
const publicId =
  /^(?:0000000\w-0000-0(?:000-c000|ff1-ce00)-000000000000|00000000-0000-0000-0000-00000000000\w|797f4846-ba00-4fd7-ba43-dac1f8f63013|9188040d-6c67-4c5b-b112-36a304b66dad|f8cdef31-a31e-4b4a-93e4-5f571e91255a)$/i;

/** Tenants of nobody in particular. */
const tenantAliases: ReadonlySet<string> = new Set(["common", "organizations", "consumers"]);

/** Host names that begin like this are identifiers written backwards, `com.jamf.connect`. */
const backwards = /^(?:com|org|net|io|edu|gov|de|uk|us)\./i;

/** Names of files whose ends are countries as well. */
const fileName = /^[^.]+\.(?:cc|gz|md|pl|ps|py|rs|sh|so|tf)$/i;

export type MaskOptions = {
  /** Leaves trace and correlation ids as they are: support needs them. */
  readonly showRequestIds: boolean;
};

/** The mask of one report. Labels are numbered in the order in which the values were found. */
export function createMask(known: Known, book: LabelBook, options: MaskOptions): Mask {
  const kept = new Set(options.showRequestIds ? known.requests.map((id) => id.toLowerCase()) : []);
  const labels = labelKnown(known, book, kept);
  const hosts = createHostLabels(book, labels.domains);
  const pattern = textPattern(labels.values);

  const id = (kind: LabelKind, value: string): string =>
    publicId.test(value) || kept.has(value.toLowerCase()) ? value : book.of(kind, value);

  const replace = (found: PatternName, match: string): string => {
    switch (found) {
      case "url":
        return trimmed(match, url);
      case "email":
        return trimmed(match, (address) => email(address, book, hosts));
      case "guid":
        return id("object", match);
      case "v4":
        return isIpV4(match) ? hosts.address(match) : match;
      case "v6":
        return isIpV6(match) ? hosts.address(match) : match;
      case "domain":
        return hosts.host(match);
      case "host":
        return backwards.test(match) || fileName.test(match) ? match : hosts.host(match);
      case "name":
        return labels.names.get(match) ?? match;
      case "exact":
      case "word":
        return book.find(match) ?? hidden;
      case "brand":
        return labels.brands.get(match.toLowerCase()) ?? hidden;
    }
  };
  const once = (text: string): string =>
    text.replace(pattern, (match, ...rest: readonly unknown[]) => {
      const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
      const found = (Object.keys(groups) as PatternName[]).find((name) => groups[name] !== undefined);
      return found === undefined ? match : replace(found, match);
    });
  const tells = tellsSomething(labels);
  const text = (input: string): string => maskEncoded(plainText(input), once, tells, hidden);
  const url = (address: string): string =>
    maskUrl(address, { hosts, text, segment: (segment) => book.of("path", segment), parameter });

  const value = (kind: LabelKind, whole: string): string => {
    const plain = plainText(whole).trim();
    if (plain === "" || plain === masked || plain === hidden) return plain;
    const label = kept.has(plain.toLowerCase()) ? plain : book.find(plain);
    if (label !== null) return label;
    if (kind === "tenant") return tenant(plain);
    if (kind === "person" && plain.includes("@")) return email(plain, book, hosts);
    if (kind === "app" && /^[a-z]+:\/\//i.test(plain)) return url(plain);
    if (kind === "host" || kind === "domain") return hosts.host(plain);
    if (kind === "address") return hosts.address(plain);
    return id(kind, plain);
  };
  const tenant = (plain: string): string => {
    if (tenantAliases.has(plain.toLowerCase()) || publicId.test(plain)) return plain;
    if (/^[a-z]+:\/\//i.test(plain)) return url(plain);
    return plain.includes(".") ? hosts.host(plain) : book.of("tenant", plain);
  };
  const member = (kind: MemberKind, whole: string): string => {
    switch (kind) {
      case "plain":
        return text(whole);
      case "provider-text":
        return providerText(whole);
      case "url":
        return /^[a-z][a-z0-9+.-]*:/i.test(whole) ? url(plainText(whole)) : hostOrText(whole);
      case "full-name":
      case "given-name":
      case "family-name":
        return book.find(whole) ?? (whole === "" ? "" : book.of("name", plainText(whole)));
      case "number":
      case "hidden":
        return whole === "" ? "" : (book.find(plainText(whole).trim()) ?? hidden);
      default:
        return value(kind, whole);
    }
  };
  const hostOrText = (whole: string): string =>
    /^[\w-]+(?:\.[\w-]+)+$/.test(whole) ? hosts.host(whole) : text(whole);
  const parameter = (name: string, whole: string): string => member(memberKind(name), whole);
  const providerText = (whole: string): string => text(quoted(plainText(whole), book));
  return { text, providerText, value, url, member };
}

/** Words of a protocol in quotation marks, `'client_secret'`, and the placeholders of Entra's own. */
const protocolWord =
  /^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)+|assertion|code|nonce|password|resource|scope|state|token|username)$/;

/** What the search for addresses and ids takes care of. */
const foundAnyway = /^\S*[@:/]\S*$|^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Replaces names that a provider put into quotation marks, or into brackets after an id: of apps, tenants, companies. */
function quoted(text: string, book: LabelBook): string {
  const label = (name: string) => book.find(name) ?? book.of("name", name);
  return text
    .replace(/(?<![\p{L}\p{N}])'([^'\n]{1,200})'(?![\p{L}\p{N}])/gu, (whole, inner: string) =>
      protocolWord.test(inner) || foundAnyway.test(inner) ? whole : `'${label(inner)}'`,
    )
    .replace(
      /([0-9a-f]{12}'? ?)\(([^()\n]{1,200})\)/gi,
      (_, before: string, inner: string) => `${before}(${label(inner)})`,
    );
}

function email(address: string, book: LabelBook, hosts: HostLabels): string {
  const known = book.find(address);
  if (known !== null) return known;
  const at = address.lastIndexOf("@");
  const domain = hosts.domain(address.slice(at + 1));
  book.set(address, `person-${book.next("person")}@${domain}`);
  return book.of("person", address);
}

/** A sentence's punctuation after an address is not part of it. */
function trimmed(match: string, mask: (address: string) => string): string {
  const tail = /[.,;:!?')\]-]*$/.exec(match)?.[0] ?? "";
  return mask(match.slice(0, match.length - tail.length)) + tail;
}

/** Tells whether a decoded run holds something: a known value, a mail address or an id. Names alone are too short to tell. */
function tellsSomething({ values }: KnownLabels): (decoded: string) => boolean {
  const { exact, domains, words } = values;
  const known = [...exact, ...domains, ...words]
    .filter((value) => value.length >= 6)
    .map((value) => value.toLowerCase());
  return (decoded) => {
    const lower = decoded.toLowerCase();
    if (known.some((value) => lower.includes(value))) return true;
    if (/[\w.+-]{2,}@[a-z0-9-]{2,}(?:\.[a-z0-9-]+)*\.[a-z]{2,}/i.test(decoded)) return true;
    const guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i.exec(decoded);
    return guid !== null && !publicId.test(guid[0]);
  };
}
