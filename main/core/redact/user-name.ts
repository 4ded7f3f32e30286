/**
 * Shortens a user name so that a shared screenshot does not name the person: `megan@contoso.com` → `m…@contoso.com`.
 * A name without `@` keeps its first character only.
 */
export function shortenUserName(name: string): string {
  const at = name.lastIndexOf("@");
  const local = at < 0 ? name : name.slice(0, at);
  const domain = at < 0 ? "" : name.slice(at);
  const first = [...local][0] ?? "";
  return `${first}…${domain}`;
}
