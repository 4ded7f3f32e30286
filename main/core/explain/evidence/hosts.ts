import { providerFacts } from "../../providers/providers.ts";

/** Hosts that are the provider's own, so that their names alone are enough; not as the beginning or the user of another one. */
const providerHost = new RegExp(
  `(?<![a-z0-9.-])(?:${[...providerFacts("EntraID").hosts, ...providerFacts("GoogleID").hosts]
    .map((host) => host.replaceAll(".", "\\."))
    .join("|")})(?![a-z0-9@-]|\\.[a-z0-9-])`,
  "gi",
);

/** Nobody writes a longer one; what is longer has no host for us, and nothing of it is shown. */
const longestAuthority = 2000;

/** What stands between `://` and the path (RFC 3986 section 3.2). */
const authority = /\bhttps?:\/\/([^\s/?#\\"'<>]{1,2001})/gi;

/**
 * The hosts that a text names: in addresses, and by themselves where they belong to a provider. A bundle identifier looks like a
 * host (`com.jamf.connect.login`) and is none. What stands before an `@` is a secret and never part of an answer.
 */
export function hostsIn(text: string): readonly string[] {
  const found = text.includes("://")
    ? [...text.matchAll(authority)].flatMap(([, given = ""]) => hostOf(given) ?? [])
    : [];
  const bare = (text.match(providerHost) ?? []).map((host) => host.toLowerCase());
  return found.length + bare.length === 0 ? none : [...new Set([...found, ...bare])];
}

const none: readonly string[] = [];

function hostOf(given: string): string | null {
  if (given.length > longestAuthority) return null;
  const behindUser = given.slice(given.lastIndexOf("@") + 1);
  const run = /^(?:\[[0-9a-f:.]{2,45}\]|[a-z0-9][a-z0-9.-]{0,252})/i.exec(behindUser)?.[0] ?? "";
  const behind = behindUser.slice(run.length);
  // What is no port behind a colon is a password with a slash in it, and the "host" a name.
  if (run === "" || !/^(?:$|:(?:\d{1,5})?(?![a-z0-9])|[,;!)\]}])/i.test(behind)) return null;
  return run.replace(/[.-]{1,3}$/, "").toLowerCase();
}

const askedFor =
  /(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|resolve host:?)\s{1,8}([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,20})/i;

/** The host that an error is about: in an address, or as the last part of a resolver's message; null where it names none. */
export function hostOfError(text: string): string | null {
  return hostsIn(text)[0] ?? askedFor.exec(text)?.[1]?.toLowerCase() ?? null;
}
