import { keyDomains } from "../keys/index.ts";
import type { PlistDict } from "../plist/value.ts";
import { textAt } from "./bookkeeping.ts";

/** Jamf Connect's preference domains, the longer names first so that a search finds the whole name. */
const jamfConnectDomains = [
  "com.jamf.connect.authchanger",
  "com.jamf.connect.actions",
  "com.jamf.connect.shares",
  "com.jamf.connect.verify",
  "com.jamf.connect.login",
  "com.jamf.connect.sync",
  "com.jamf.connect",
];

/**
 * The preference domain that a file name tells: a Jamf Connect domain anywhere in it (`com.jamf.connect.login (1).plist`),
 * else a reversed domain name in front of the extension. Null when the name tells none.
 */
export function domainFromFileName(fileName: string): string | null {
  const name = fileName.replace(/^.*[/\\]/, "");
  const known = jamfConnectDomains.find((domain) =>
    new RegExp(`${domain.replaceAll(".", "\\.")}(?![A-Za-z0-9])`).test(name),
  );
  if (known !== undefined) return known;
  const stem = name.replace(/(\.(plist|xml|mobileconfig|tpl|template|txt))+$/i, "");
  return (
    /(?:^|[^A-Za-z0-9.-])((?:com|org|net|io|edu|gov|us|uk|de|fr|ch|eu|nl|menu)(?:\.[A-Za-z0-9-]+)+)$/.exec(
      stem,
    )?.[1] ?? null
  );
}

/**
 * The Jamf Connect domain that knows most of the settings' keys, else the type that a payload saved on its own names. A
 * tie between current domains tells nothing (`LicenseFile` alone stands in two); domains of 1.x must know more keys
 * than any current one.
 */
export function domainFromKeys(root: PlistDict): string | null {
  const ranked = keyDomains
    .map(({ domain, deprecated, keys }) => ({
      domain,
      current: deprecated === undefined,
      count: keys.filter(({ path }) => root.entries.has(path)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || Number(b.current) - Number(a.current));
  const [first, second] = ranked;
  const isTie = first?.count === second?.count && first?.current === second?.current;
  return first === undefined || isTie ? textAt(root, "PayloadType") : first.domain;
}
