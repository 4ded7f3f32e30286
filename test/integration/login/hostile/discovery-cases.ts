import { both, type HostileCase, login } from "./case.ts";
import type { Twist } from "./provider.ts";

function document(what: string, change: NonNullable<Twist["discovery"]>, finding: string): HostileCase {
  return {
    name: `discovery ${what}`,
    kinds: both,
    twist: { discovery: change },
    outcome: "misconfigured",
    finding,
  };
}

const documents: readonly HostileCase[] = [
  document(
    "names another issuer",
    (d) => ({ ...d, issuer: "https://evil.example" }),
    "discovery-issuer-mismatch",
  ),
  document(
    "names a longer issuer",
    (d) => ({ ...d, issuer: `${d["issuer"]}/x` }),
    "discovery-issuer-mismatch",
  ),
  document("has no issuer", ({ issuer: _, ...d }) => d, "fault-not-discovery"),
  document("has no token endpoint", ({ token_endpoint: _, ...d }) => d, "fault-not-discovery"),
  document(
    "has a token endpoint that is no address",
    (d) => ({ ...d, token_endpoint: "token" }),
    "fault-not-discovery",
  ),
  document(
    "has a javascript: token endpoint",
    (d) => ({ ...d, token_endpoint: "javascript:alert(1)" }),
    "token-endpoint-plain-http",
  ),
  document(
    "has a token endpoint over plain http elsewhere",
    (d) => ({ ...d, token_endpoint: "http://evil.example/token" }),
    "token-endpoint-plain-http",
  ),
  document(
    "has a token endpoint on another host",
    (d) => ({ ...d, token_endpoint: "https://evil.example/token" }),
    "token-endpoint-elsewhere",
  ),
];

const authorizeCases: readonly HostileCase[] = [
  {
    name: "discovery has an authorization endpoint over plain http elsewhere",
    kinds: login,
    twist: {
      discovery: (document) => ({ ...document, authorization_endpoint: "http://evil.example/authorize" }),
    },
    outcome: "misconfigured",
    finding: "authorization-endpoint-unusable",
  },
  {
    name: "discovery has a javascript: authorization endpoint",
    kinds: login,
    twist: { discovery: (document) => ({ ...document, authorization_endpoint: "javascript:alert(1)" }) },
    outcome: "misconfigured",
    finding: "authorization-endpoint-unusable",
  },
];

const passwordCases: readonly HostileCase[] = [301, 302, 303, 307, 308].map((status) => ({
  name: `token endpoint redirects the password with ${status}`,
  kinds: ["ropg"] as const,
  twist: {
    tokenAnswer: (response) => {
      response.writeHead(status, { location: "/elsewhere" });
      response.end();
    },
  },
  outcome: "misconfigured",
  finding: "password-redirected",
}));

export const discoveryCases: readonly HostileCase[] = [...documents, ...authorizeCases, ...passwordCases];
