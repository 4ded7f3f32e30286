import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import type { LookupFunction } from "node:net";

const loopback: readonly LookupAddress[] = [
  { address: "127.0.0.1", family: 4 },
  { address: "::1", family: 6 },
];

/**
 * The look-up of a connection: `localhost` is this machine, whatever DNS or a hosts file says, because passwords go there
 * without TLS (RFC 6761 section 6.3, point 3). Everything else is looked up as usual.
 */
export const lookUp: LookupFunction = (hostname, options, callback) => {
  if (hostname.toLowerCase() !== "localhost") return lookup(hostname, options, callback);
  const fitting = loopback.filter(({ family }) => fits(family, options));
  const [first] = fitting;
  if (options.all === true) return callback(null, [...fitting]);
  return callback(null, first?.address ?? "127.0.0.1", first?.family ?? 4);
};

function fits(family: number, { family: wanted }: LookupOptions): boolean {
  if (wanted === undefined || wanted === 0) return true;
  return wanted === family || wanted === `IPv${family}`;
}
