import { type HostileCase, login } from "./case.ts";
import type { Twist } from "./provider.ts";

function callbackWith(change: (parameters: URLSearchParams) => void): Twist {
  return {
    callback: (address) => {
      change(address.searchParams);
      return address.href;
    },
  };
}

function elsewhere(address: string): Twist {
  return { callback: (honest) => `${address}${honest.search}` };
}

function callback(name: string, twist: Twist, finding: string): HostileCase {
  return { name: `callback: ${name}`, kinds: login, twist, outcome: "misconfigured", finding };
}

const tampered: readonly HostileCase[] = [
  callback(
    "state of another login",
    callbackWith((p) => p.set("state", "other")),
    "state-mismatch",
  ),
  callback(
    "no state",
    callbackWith((p) => p.delete("state")),
    "state-missing",
  ),
  callback(
    "two states",
    callbackWith((p) => p.append("state", "other")),
    "callback-repeated-parameter",
  ),
  callback(
    "two codes",
    callbackWith((p) => p.append("code", "other")),
    "callback-repeated-parameter",
  ),
  callback(
    "neither code nor error",
    callbackWith((p) => p.delete("code")),
    "code-missing",
  ),
  callback(
    "iss of another provider (mix-up)",
    callbackWith((p) => p.set("iss", "https://evil.example")),
    "issuer-mix-up",
  ),
  callback("another host", elsewhere("https://evil.example/jamfconnect"), "callback-elsewhere"),
  callback("a longer path", elsewhere("https://127.0.0.1/jamfconnect.evil.example/"), "callback-elsewhere"),
  callback("a deeper path", elsewhere("https://127.0.0.1/jamfconnect/x"), "callback-elsewhere"),
  callback("a path in other capitals", elsewhere("https://127.0.0.1/JamfConnect"), "callback-elsewhere"),
  callback(
    "the redirect URI as user info",
    elsewhere("https://127.0.0.1@evil.example/jamfconnect"),
    "callback-elsewhere",
  ),
  callback(
    "user info before the host",
    elsewhere("https://evil@127.0.0.1/jamfconnect"),
    "callback-elsewhere",
  ),
  callback("a longer host", elsewhere("https://127.0.0.1.evil.example/jamfconnect"), "callback-elsewhere"),
  callback("another port", elsewhere("https://127.0.0.1:8443/jamfconnect"), "callback-elsewhere"),
  callback("another scheme", elsewhere("http://127.0.0.1/jamfconnect"), "callback-elsewhere"),
  callback("an open redirect", elsewhere("https://127.0.0.1/redirect"), "callback-elsewhere"),
];

const promisedIssuer: HostileCase = {
  name: "callback: promised iss is missing",
  kinds: login,
  twist: { discovery: (document) => ({ ...document, authorization_response_iss_parameter_supported: true }) },
  outcome: "misconfigured",
  finding: "issuer-mix-up",
};

export const callbackCases: readonly HostileCase[] = [...tampered, promisedIssuer];
