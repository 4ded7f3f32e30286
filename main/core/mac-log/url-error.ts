import type { NetworkErrorId } from "../verdict/network-errors.ts";

/**
 * Numbers of `NSURLErrorDomain`; `kCFErrorDomainCFNetwork` uses the same ones. -999 is no fault: somebody closed the window, or
 * another request took its place.
 *
 * Source: https://developer.apple.com/documentation/foundation/1508628-url_loading_system_error_codes
 */
const faults: ReadonlyMap<number, NetworkErrorId> = new Map([
  [-1001, "timeout"],
  [-1003, "dns"],
  [-1004, "refused"],
  [-1005, "reset"],
  [-1006, "dns"],
  [-1009, "offline"],
  [-1018, "network"],
  [-1019, "network"],
  [-1020, "network"],
  [-1200, "tls"],
  [-1201, "tls-date"],
  [-1202, "tls-untrusted"],
  [-1203, "tls-untrusted"],
  [-1204, "tls-date"],
  [-1205, "tls"],
  [-1206, "tls"],
]);

/** A network error as macOS writes it. */
export type UrlError = {
  readonly fault: NetworkErrorId;
  /** `NSURLErrorDomain -1009` */
  readonly name: string;
};

const form =
  /\b(NSURLErrorDomain|kCFErrorDomainCFNetwork)\b(?:[ ,:;="()]{1,4}(?:(?:code|error)[ =:]{1,3})?)(-\d{3,4})\b/i;

/** The network error that a line names with its domain and number; null where it names none that is known. */
export function urlErrorIn(message: string): UrlError | null {
  const [, domain = "", number = ""] = form.exec(message) ?? [];
  const fault = faults.get(Number(number));
  return fault === undefined ? null : { fault, name: `${domain} ${number}` };
}
