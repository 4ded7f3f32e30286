/** Text labels of private keys (RFC 7468 §10 and §11, and what OpenSSL wrote before). */
const keyLabels = [
  "PRIVATE KEY",
  "ENCRYPTED PRIVATE KEY",
  "RSA PRIVATE KEY",
  "EC PRIVATE KEY",
  "DSA PRIVATE KEY",
] as const;

/** One block of a PEM file. */
export type PemBlock = {
  /** From `-----BEGIN` to the end of its last line. */
  readonly text: string;
  /** The bytes inside; null where header lines say that the old way encrypted them. */
  readonly der: Buffer | null;
};

/** The first private key of a PEM file; null when there is none. Looks at every character a fixed number of times. */
export function firstKeyBlock(text: string): PemBlock | null {
  const endless = new Set<string>();
  for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + begin.length)) {
    const label = keyLabels.find((one) => text.startsWith(`${one}-----`, at + begin.length));
    if (label === undefined || endless.has(label)) continue;
    const end = text.indexOf(`-----END ${label}-----`, at);
    if (end >= 0) return block(text, at, label, end);
    // There is no end for later blocks of the kind either.
    endless.add(label);
  }
  return null;
}

const begin = "-----BEGIN ";

function block(text: string, at: number, label: string, end: number): PemBlock {
  const body = text.slice(at + begin.length + label.length + 5, end);
  return {
    text: text.slice(at, end + "-----END ".length + label.length + 5),
    der: body.includes(":") ? null : Buffer.from(body, "base64"),
  };
}
