/**
 * Stock Chromium hands `app:` to the operating system, so the stand-in gives an own scheme an https host of its own:
 * `app://latchkey/x` ⇄ `https://latchkey.app.invalid/x`. `.invalid` never resolves (RFC 6761) and https keeps the page
 * in a secure context. Everything main sees is mapped back; only the page sees the https form.
 */
export class Addresses {
  private readonly schemes = new Set<string>();

  register(scheme: string): void {
    this.schemes.add(scheme);
  }

  isRegistered(scheme: string): boolean {
    return this.schemes.has(scheme);
  }

  /** The form Chromium can load. */
  toChromium(address: string): string {
    const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/i.exec(address);
    const [, scheme = "", host = "", rest = ""] = parts ?? [];
    if (!this.schemes.has(scheme.toLowerCase())) return address;
    return `https://${host}.${scheme.toLowerCase()}.invalid${rest === "" ? "/" : rest}`;
  }

  /** The form main sees. */
  toElectron(address: string): string {
    const parts = /^https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.invalid((?:[/?#].*)?)$/.exec(address);
    const [, host = "", scheme = "", rest = ""] = parts ?? [];
    return this.schemes.has(scheme) ? `${scheme}://${host}${rest}` : address;
  }

  /** The scheme whose handler has to answer, null for an address of the network. */
  schemeOf(address: string): string | null {
    const mapped = this.toElectron(address);
    return mapped === address ? null : mapped.slice(0, mapped.indexOf(":"));
  }

  /** Origins have no path and no trailing slash; an opaque one is `null`. */
  originToElectron(origin: string): string {
    return origin === "" || origin === "://" ? "null" : this.toElectron(origin);
  }
}
