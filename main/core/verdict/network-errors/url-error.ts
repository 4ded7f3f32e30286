import type { NetworkErrorId } from "./fault-entry.ts";

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
  /** Where it stands in the text. */
  readonly at: number;
};

const form =
  /\b(NSURLErrorDomain|kCFErrorDomainCFNetwork)\b(?:[ ,:;="()]{1,4}(?:(?:code|error)[ =:]{1,3})?)(-\d{3,4})\b/gi;

/** The first network error that a text names with its domain and number; null where it names none that is known. */
export function urlErrorIn(message: string): UrlError | null {
  for (const { 1: domain = "", 2: number = "", index } of message.matchAll(form)) {
    const fault = faults.get(Number(number));
    if (fault !== undefined) return { fault, name: `${domain} ${number}`, at: index };
  }
  return null;
}

/** What a number would mean if the domain stood before it; without the domain it may count anything. */
export function faultOfNumber(number: number): NetworkErrorId | null {
  return faults.get(number) ?? null;
}
