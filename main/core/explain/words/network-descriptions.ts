import type { NetworkErrorId } from "../../verdict/network-errors.ts";
import type { Described } from "./rank.ts";

/** How people speak of network faults; the exact forms stand in `evidence/network-error-text.ts`. */
export const networkDescriptions: readonly (Omit<Described, "rank"> & {
  readonly id: NetworkErrorId;
  readonly question: string;
})[] = [
  {
    id: "clock-skew",
    words: [
      ["clock", "clocks", "time of the mac", "system time", "date and time", "clock skew", "time skew"],
      ["wrong", "differ*", "skew", "off", "behind", "ahead", "incorrect", "not set", "out of sync"],
    ],
    never: [],
    question: "Does the clock of the Mac differ from a time server by more than five minutes?",
  },
  {
    id: "captive-portal",
    words: [
      [
        "captive portal",
        "captive",
        "hotel wi fi",
        "hotel wifi",
        "guest wi fi",
        "guest wifi",
        "wifi login page",
        "wi fi login page",
        "wi fi portal",
      ],
    ],
    never: [],
    question: "Does another device on the same Wi-Fi show a login page of the network first?",
  },
  {
    id: "tls-untrusted",
    words: [
      [
        "certificate",
        "ssl inspection",
        "tls inspection",
        "ssl interception",
        "tls interception",
        "zscaler",
        "netskope",
        "deep inspection",
      ],
      [
        "not trusted",
        "untrusted",
        "trust",
        "inspection",
        "interception",
        "intercept*",
        "invalid",
        "zscaler",
        "netskope",
      ],
    ],
    never: ["signing certificate", "push certificate"],
    question:
      "Does a browser on that network name your own company as the issuer of the provider's certificate?",
  },
  {
    id: "tls-date",
    words: [["certificate"], ["expired", "out of date", "not yet valid"]],
    never: ["signing certificate", "push certificate", "profile"],
    question: "Is it the certificate of the provider's host, and is the clock of the Mac right?",
  },
  {
    id: "proxy",
    words: [
      [
        "web proxy",
        "proxy server",
        "our proxy",
        "the proxy",
        "a proxy",
        "behind a proxy",
        "proxy settings",
        "pac file",
      ],
      [
        "block*",
        "fail*",
        "refuse*",
        "cannot",
        "cant",
        "not reach",
        "no connection",
        "stops",
        "since",
        "denied",
        "timeout",
      ],
    ],
    never: ["application proxy", "app proxy"],
    question: "Does it work on a network without the proxy, for example a phone's hotspot?",
  },
  {
    id: "html",
    words: [["doctype html"]],
    never: [],
    question: "Did this page come where the profile expects JSON, and from which address?",
  },
  {
    id: "dns",
    words: [
      ["dns", "host name", "hostname"],
      [
        "not found",
        "cannot resolve",
        "cant resolve",
        "not resolve*",
        "resolution",
        "fail*",
        "filter",
        "wrong",
      ],
    ],
    never: [],
    question: "Does nslookup find the provider's host on that network?",
  },
  {
    id: "timeout",
    words: [
      ["timed out", "times out", "time out", "timeout", "takes forever", "no answer"],
      ["login", "sign in", "connect*", "jamf", "network", "request", "server", "entra"],
    ],
    never: ["screen timeout", "session timeout"],
    question: "Does it work on another network, and which host was asked?",
  },
  {
    id: "offline",
    words: [
      ["offline", "no internet", "no network", "not connected to the internet"],
      ["login", "log in", "sign in", "mac", "window"],
    ],
    never: ["offline mfa"],
    question: "Had the Mac a network at that moment, and is LocalFallback set in the profile?",
  },
];
