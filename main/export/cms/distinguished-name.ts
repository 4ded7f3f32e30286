/**
 * `node:crypto` writes a name as one `TYPE=value` per line; people read it as `CN=…, O=…` on one line. The order of
 * the certificate is kept. Control characters are written as escapes by `node:crypto` already.
 */
export function oneLineName(name: string): string {
  return name.split("\n").filter(Boolean).join(", ");
}
