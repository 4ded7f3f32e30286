/** Who stands behind a page, by the end of its host. */
const publishers: readonly (readonly [host: string, name: string])[] = [
  ["learn.microsoft.com", "Microsoft"],
  ["login.microsoftonline.com", "Microsoft"],
  ["community.jamf.com", "Jamf Nation"],
  ["jamf.com", "Jamf"],
  ["apple.com", "Apple"],
  ["okta.com", "Okta"],
  ["github.com", "GitHub"],
];

/** What a page is called where its address names it: `Microsoft: Entra error codes`. */
const titles: Readonly<Record<string, string>> = {
  "reference-error-codes": "Entra error codes",
  "v2-oauth-ropc": "OAuth 2.0 password flow (ROPC)",
  "reply-url": "Redirect URI restrictions",
  "howto-password-smart-lockout": "Smart lockout",
};

/** A source as people name it: who published it, and the last words of its address. */
export function sourceName(url: string): string {
  const { hostname, pathname } = new URL(url);
  const publisher = publishers.find(([host]) => hostname === host || hostname.endsWith(`.${host}`))?.[1];
  const parts = pathname.split("/").filter((part) => /[a-z]{4}/i.test(part));
  const last = parts.at(-1) ?? "";
  // A page that is called "overview" is one of what stands before it.
  const words = last === "overview" ? `${parts.at(-2) ?? ""} ${last}` : last;
  const title = titles[last] ?? sentenceCase(words.replace(/\.html?$/, "").replace(/[-_]+/g, " "));
  return title === "" ? (publisher ?? hostname) : `${publisher ?? hostname}: ${title}`;
}

function sentenceCase(words: string): string {
  const named = words
    .replace(/\bconditional access\b/gi, "Conditional Access")
    .replace(/\bjamf connect\b/gi, "Jamf Connect")
    .replace(/\bmicrosoft azure\b/gi, "Microsoft Azure");
  return named.charAt(0).toUpperCase() + named.slice(1);
}
