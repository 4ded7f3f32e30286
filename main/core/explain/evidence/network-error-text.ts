import { faultOfNumber, urlErrorIn } from "../../verdict/network-errors/url-error.ts";
import type { NetworkErrorId } from "../../verdict/network-errors.ts";

type Fault = {
  readonly id: NetworkErrorId;
  /** Marks of Node, curl and Chromium. In the middle of a sentence somebody only speaks of them. */
  readonly marks?: string;
  /** What only a program writes, wherever it stands. */
  readonly exact?: string;
  /** Whole sentences of macOS and browsers; people write the same words, so they have to stand by themselves. */
  readonly sentences?: readonly string[];
};

/**
 * The exact forms by which a network fault is recognised. A word of ordinary language is none: products are called proxy, and
 * times end in .407. No form may begin with a repetition: each is looked for at every place of a long text.
 */
const faults: readonly Fault[] = [
  {
    id: "dns",
    marks: "ENOTFOUND|EAI_AGAIN|ERR_NAME_NOT_RESOLVED|DNS_PROBE_[A-Z_]{1,40}",
    exact: "could not resolve host: ",
    sentences: ["a server with the specified hostname could not be found"],
  },
  { id: "blocked-port", marks: "ERR_UNSAFE_PORT", exact: "(?:error|cause|failed): bad port$" },
  {
    id: "refused",
    marks: "ECONNREFUSED|ERR_CONNECTION_REFUSED",
    exact: `connect(?:ion)?[^\\n]{0,60}: connection refused|failed to connect to \\S{1,253} port \\d{1,5}\\b`,
    sentences: ["could not connect to the server"],
  },
  { id: "no-route", marks: "EHOSTUNREACH|ENETUNREACH|ERR_ADDRESS_UNREACHABLE" },
  {
    id: "offline",
    marks: "ERR_INTERNET_DISCONNECTED",
    sentences: ["the internet connection appears to be offline"],
  },
  {
    id: "tls-date",
    marks: "CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID",
    exact: "ssl certificate problem: certificate (?:has expired|is not yet valid)",
  },
  {
    id: "tls-name",
    marks: "ERR_TLS_CERT_ALTNAME_INVALID|ERR_CERT_COMMON_NAME_INVALID",
    exact: "hostname/ip does not match certificate's|no alternative certificate subject name matches",
  },
  {
    id: "tls-untrusted",
    marks:
      "(?:DEPTH_ZERO_)?SELF_SIGNED_CERT(?:_IN_CHAIN)?|UNABLE_TO_(?:GET_ISSUER|VERIFY)[A-Z_]{0,40}|ERR_CERT_AUTHORITY_INVALID",
    exact:
      ": self[- ]signed certificate(?:$|[\\n.;,(])|self[- ]signed certificate in certificate chain|unable to get local issuer certificate|unable to verify the first certificate",
    sentences: [
      "the certificate for this server is invalid(?:\\. you might be connecting to a server that is pretending to be [^\\n]{1,300})?",
    ],
  },
  {
    id: "tls",
    marks: "ERR_SSL_[A-Z_]{1,60}|EPROTO|SSL_ERROR_[A-Z_]{1,60}",
    sentences: ["an ssl error has occurred(?: and a secure connection to the server cannot be made)?"],
  },
  {
    id: "proxy-login",
    exact:
      "407 proxy authentication required|(?:\\bhttp[ /](?:status |response )?(?:code[ :=]{1,3})?(?:\\d\\.\\d )?|\\b(?:status|response) ?code[ :=]{1,3}|tunnel failed, response )407(?=\\s*(?:$|[.,;)\"'\\]}]|from proxy\\b))",
  },
  {
    id: "proxy",
    marks: "ERR_PROXY_[A-Z_]{1,40}|ERR_TUNNEL_[A-Z_]{1,40}",
    exact: "could not resolve proxy: |proxy connect aborted|connect tunnel failed",
  },
  { id: "captive-portal", exact: "511 network authentication required" },
  {
    id: "reset",
    marks: "ECONNRESET|ERR_CONNECTION_(?:RESET|CLOSED)",
    exact: "\\bother side closed\\b|\\bsocket hang up\\b|connection reset by peer",
    sentences: ["the network connection was lost"],
  },
  {
    id: "timeout",
    marks: "ETIMEDOUT|ERR_(?:CONNECTION_)?TIMED_OUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT",
    exact: "(?:operation|connection) timed out after \\d{1,9} (?:ms|milliseconds)",
    sentences: ["the request timed out"],
  },
  { id: "html", exact: "unexpected token '?<" },
  {
    id: "not-json",
    exact: "unexpected token .{0,12} (?:in json|is not valid json)|unexpected end of json input",
  },
];

/** What stands before a mark where it is one: nothing, `net::`, `code: '`, or the call that failed. */
const markBefore =
  "(?:^[ \\t]{0,8}[\"'(]?|\\bnet::|[:=][ \\t]{0,2}[\"']?|\\b(?:getaddrinfo|connect|read|write|query[A-Z][A-Za-z]{0,4})[ \\t])";
const sentenceBefore = "(?:^[ \\t]{0,8}|[\"“'(:=][ \\t]{0,2}|[.)][ \\t]{1,2})[\"“']?";
const sentenceAfter = "\\.?[\"”']?[ \\t]{0,2}(?:$|[)}\\],;]| UserInfo)";

const forms: readonly (readonly [NetworkErrorId, RegExp])[] = faults.map(
  ({ id, marks, exact, sentences }) => [
    id,
    new RegExp(
      [
        ...(marks === undefined ? [] : [`${markBefore}(?:${marks})(?![A-Za-z0-9_])`]),
        ...(exact === undefined ? [] : [exact]),
        ...(sentences === undefined ? [] : [`${sentenceBefore}(?:${sentences.join("|")})${sentenceAfter}`]),
      ].join("|"),
      "im",
    ),
  ],
);

const mentions: readonly (readonly [NetworkErrorId, RegExp])[] = faults.flatMap(
  ({ id, marks, sentences }) => [
    ...(marks === undefined
      ? []
      : [[id, new RegExp(`(?<![A-Za-z0-9_])(?:${marks})(?![A-Za-z0-9_])`, "i")] as const]),
    ...(sentences === undefined ? [] : [[id, new RegExp(sentences.join("|"), "i")] as const]),
  ],
);

const mostCharacters = 200_000;

/** The network fault that stands in a text in its exact form, the first one of the text; null where there is none. */
export function networkErrorInText(text: string): NetworkErrorId | null {
  const read = text.slice(0, mostCharacters);
  const places = forms.flatMap(([id, pattern]) => {
    const at = read.search(pattern);
    return at < 0 ? [] : [{ id, line: lineAt(read, at) }];
  });
  const apple = urlErrorIn(read);
  const [first] = [
    ...(apple === null ? [] : [{ id: apple.fault, line: lineAt(read, apple.at) }]),
    ...places,
  ].sort((a, b) => a.line - b.line);
  return first?.id ?? null;
}

/** Where the line of a place begins: in one line the form that says most comes first. */
function lineAt(text: string, at: number): number {
  return text.lastIndexOf("\n", at) + 1;
}

/** Faults that a text speaks of without their form: marks in a sentence, and numbers without Apple's domain. */
export function networkErrorsMentioned(text: string): readonly NetworkErrorId[] {
  const read = text.slice(0, mostCharacters);
  const numbers = [...read.matchAll(/\b(?:error|code)\s?[=:(]{0,2}\s?(-1\d{3})\b/gi)].slice(0, 100);
  const found = [
    ...numbers.flatMap(([, number]) => faultOfNumber(Number(number)) ?? []),
    ...mentions.flatMap(([id, pattern]) => (pattern.test(read) ? [id] : [])),
  ];
  return [...new Set(found)];
}
