import type { NetworkErrorId } from "../verdict/network-errors.ts";

/** Words by which a pasted network error is recognised: codes of Node, curl, Chromium and macOS. */
const words: readonly (readonly [NetworkErrorId, RegExp])[] = [
  [
    "dns",
    /ENOTFOUND|EAI_AGAIN|ERR_NAME_NOT_RESOLVED|could not resolve host|NSURLErrorDomain.{0,20}-1003|hostname could not be found/i,
  ],
  ["blocked-port", /ERR_UNSAFE_PORT|\bbad port\b/i],
  ["refused", /ECONNREFUSED|ERR_CONNECTION_REFUSED|connection refused|-1004\b/i],
  [
    "no-route",
    /EHOSTUNREACH|ENETUNREACH|ERR_INTERNET_DISCONNECTED|-1009\b|internet connection appears to be offline/i,
  ],
  [
    "tls-date",
    /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID|certificate (?:has|is) expired|-1201\b|-1204\b/i,
  ],
  [
    "tls-name",
    /ERR_TLS_CERT_ALTNAME_INVALID|ERR_CERT_COMMON_NAME_INVALID|certificate.{0,30}(?:name|host).{0,20}(?:match|invalid)/i,
  ],
  [
    "tls-untrusted",
    /SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY)|ERR_CERT_AUTHORITY_INVALID|self[- ]signed certificate|unable to get local issuer|-1202\b|-1203\b|certificate.{0,30}not trusted|(?:ssl|tls) (?:interception|inspection)/i,
  ],
  ["tls", /ERR_SSL_|EPROTO|ssl error|-1200\b|secure connection.{0,20}(?:failed|could not)/i],
  ["proxy-login", /\b407\b|proxy authentication required/i],
  ["proxy", /ERR_PROXY|ERR_TUNNEL|proxy/i],
  ["captive-portal", /captive portal|\b511\b|wi-?fi (?:login|portal)/i],
  [
    "reset",
    /ECONNRESET|ERR_CONNECTION_RESET|other side closed|socket hang up|-1005\b|network connection was lost/i,
  ],
  ["timeout", /ETIMEDOUT|ERR_TIMED_OUT|UND_ERR_\w*TIMEOUT|timed out|-1001\b/i],
  ["clock-skew", /clock skew|time skew|clocks? differ/i],
  ["html", /unexpected token '?<|not json.{0,20}html|<!doctype html/i],
  ["not-json", /unexpected token|invalid json|not valid json/i],
];

/** The network fault that a text describes, or null. */
export function networkErrorInText(text: string): NetworkErrorId | null {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The host that an error text names, in an address or as the last part of a resolver's message; null where it names none. */
export function hostInText(text: string): string | null {
  const address = /\bhttps?:\/\/(?:[^\s/@]{0,500}@)?([a-z0-9.-]{1,253})/i.exec(text)?.[1];
  const asked = /(?:ENOTFOUND|EAI_AGAIN|resolve host:?)\s+([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i.exec(text)?.[1];
  return (address ?? asked)?.toLowerCase() ?? null;
}
