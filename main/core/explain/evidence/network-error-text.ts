import type { NetworkErrorId } from "../../verdict/network-errors.ts";

/** How macOS numbers a fault: `NSURLErrorDomain Code=-1003`, `(-1003)` after error, `kCFErrorDomainCFNetwork error -1003`. */
function apple(...numbers: readonly number[]): string {
  const number = `-(?:${numbers.map((one) => -one).join("|")})\\b`;
  return `(?:NSURLErrorDomain|CFNetwork)[^\\n]{0,30}?[\\s=:(]${number}|\\b(?:error|code)(?: code)?\\s?[=:(]{0,2}\\s?${number}`;
}

/**
 * The exact forms by which a network fault is recognised: codes of Node, curl, Chromium and macOS, and the sentences that only
 * these write. A word of ordinary language is none: products are called proxy, and times end in .407.
 */
const forms: readonly (readonly [NetworkErrorId, RegExp])[] = [
  [
    "dns",
    form(
      "\\bENOTFOUND\\b|\\bEAI_AGAIN\\b|ERR_NAME_NOT_RESOLVED|DNS_PROBE_\\w+|could not resolve host|a server with the specified hostname could not be found",
      apple(-1003, -1006),
    ),
  ],
  ["blocked-port", form("ERR_UNSAFE_PORT|^.{0,40}\\bbad port$")],
  [
    "refused",
    form(
      "\\bECONNREFUSED\\b|ERR_CONNECTION_REFUSED|connect(?:ion)?[^\\n]{0,60}: connection refused|failed to connect to [^\\n]{0,80} port \\d+|could not connect to the server\\.",
      apple(-1004),
    ),
  ],
  [
    "no-route",
    form(
      "\\bEHOSTUNREACH\\b|\\bENETUNREACH\\b|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE|the internet connection appears to be offline",
      apple(-1009),
    ),
  ],
  [
    "tls-date",
    form(
      "\\bCERT_HAS_EXPIRED\\b|\\bCERT_NOT_YET_VALID\\b|ERR_CERT_DATE_INVALID|ssl certificate problem: certificate (?:has expired|is not yet valid)",
      apple(-1201, -1204),
    ),
  ],
  [
    "tls-name",
    form(
      "ERR_TLS_CERT_ALTNAME_INVALID|ERR_CERT_COMMON_NAME_INVALID|hostname/ip does not match certificate|no alternative certificate subject name matches",
    ),
  ],
  [
    "tls-untrusted",
    form(
      "SELF_SIGNED_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY)|ERR_CERT_AUTHORITY_INVALID|self[- ]signed certificate(?: in certificate chain)?(?:$|\\n|[.;,(])|unable to get local issuer certificate|unable to verify the first certificate|the certificate for this server is invalid",
      apple(-1202, -1203),
    ),
  ],
  ["tls", form("ERR_SSL_\\w+|\\bEPROTO\\b|SSL_ERROR_\\w+|an ssl error has occurred", apple(-1200))],
  [
    "proxy-login",
    form(
      "407 proxy authentication required|\\b(?:http|status|response|code)[^\\n\\w]{0,3}(?:code[^\\n\\w]{0,3})?(?:\\/[\\d.]+ )?407\\b|http code 407",
    ),
  ],
  [
    "proxy",
    form(
      "ERR_PROXY_\\w+|ERR_TUNNEL_\\w+|could not resolve proxy|proxy connect aborted|connect tunnel failed",
    ),
  ],
  ["captive-portal", form("511 network authentication required")],
  [
    "reset",
    form(
      "\\bECONNRESET\\b|ERR_CONNECTION_(?:RESET|CLOSED)|\\bother side closed\\b|socket hang up|the network connection was lost|connection reset by peer",
      apple(-1005),
    ),
  ],
  [
    "timeout",
    form(
      '\\bETIMEDOUT\\b|ERR_(?:CONNECTION_)?TIMED_OUT|UND_ERR_\\w*TIMEOUT|(?:operation|connection) timed out after \\d+|the request timed out\\.?(?:$|\\n|")',
      apple(-1001),
    ),
  ],
  ["html", form("unexpected token '?<")],
  ["not-json", form("unexpected token .{0,12} (?:in json|is not valid json)|unexpected end of json input")],
];

function form(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join("|"), "im");
}

/** The network fault that stands in a text in its exact form, or null. */
export function networkErrorInText(text: string): NetworkErrorId | null {
  const read = text.slice(0, mostCharacters);
  return forms.find(([, pattern]) => pattern.test(read))?.[0] ?? null;
}

const mostCharacters = 200_000;

/** The host that an error text names, in an address or as the last part of a resolver's message; null where it names none. */
export function hostInText(text: string): string | null {
  const address = /\bhttps?:\/\/(?:[^\s/@]{0,500}@)?([a-z0-9.-]{1,253})/i.exec(text)?.[1];
  const asked = /(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|resolve host:?)\s+([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i.exec(
    text,
  )?.[1];
  return (address ?? asked)?.toLowerCase() ?? null;
}
