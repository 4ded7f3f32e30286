import { isIpV4, isIpV6, namesNoMachine } from "./ip-address.ts";
import type { LabelBook } from "./label-book.ts";
import { isPublicHost, sharedSuffix } from "./public-hosts.ts";

export type HostLabels = {
  /** What stands for a domain that people or a tenant are in. */
  readonly domain: (domain: string) => string;
  /** What stands for a host: itself when everybody uses it, else a label that keeps what can be kept. */
  readonly host: (host: string) => string;
  /** What stands for an IP address. */
  readonly address: (address: string) => string;
};

/**
 * Labels of hosts: `login.microsoftonline.com` stays, `contoso.okta.com` becomes `host-1.okta.com`, `sso.contoso.com`
 * becomes `host-1.tenant-1.example` where `contoso.com` is known as a domain of that tenant.
 *
 * @param domains the customer's domains, lower case
 */
export function createHostLabels(book: LabelBook, domains: readonly string[]): HostLabels {
  const longestFirst = domains.toSorted((a, b) => b.length - a.length);
  const domain = (name: string): string => {
    const bare = trimDots(name);
    const known = book.find(bare);
    return known ?? shared(book, bare) ?? book.of("domain", bare);
  };
  const address = (text: string): string => (namesNoMachine(text) ? text : book.of("address", text));
  const host = (name: string): string => {
    const bare = trimDots(name);
    const inner = bare.startsWith("[") && bare.endsWith("]") ? bare.slice(1, -1) : bare;
    if (isIpV4(inner) || isIpV6(inner)) return address(inner);
    if (isPublicHost(bare)) return name;
    const known = book.find(bare);
    if (known !== null) return known;
    const parent = longestFirst.find((candidate) => bare.toLowerCase().endsWith(`.${candidate}`));
    if (parent !== undefined) {
      book.set(bare, `host-${book.next("host")}.${domain(parent)}`);
      return book.of("host", bare);
    }
    return shared(book, bare) ?? book.of("host", bare);
  };
  return { domain, host, address };
}

/** `contoso.okta.com` is a customer's name at a provider: only the first part tells who it is. */
function shared(book: LabelBook, name: string): string | null {
  const suffix = sharedSuffix(name);
  if (suffix === null) return null;
  const own = name.slice(0, -suffix.length - 1);
  const label = book.find(own) ?? `host-${book.next("host")}`;
  book.set(name, `${label}.${suffix}`);
  return book.find(name);
}

function trimDots(name: string): string {
  return name.replace(/^\.+|\.+$/g, "");
}
