import { type HostileCase, login } from "./case.ts";

/** Lies of the userinfo endpoint, and attempts to lead the access token elsewhere. */
export const userInfoCases: readonly HostileCase[] = [
  {
    name: "userinfo about somebody else",
    kinds: login,
    twist: { userInfo: (claims) => ({ ...claims, sub: "subject-2" }) },
    outcome: "unclear",
    finding: "userinfo-other-subject",
  },
  {
    name: "userinfo without a subject",
    kinds: login,
    twist: { userInfo: () => ({ groups: ["mac-admins"] }) },
    outcome: "unclear",
    finding: "userinfo-other-subject",
  },
  {
    name: "userinfo endpoint on another host",
    kinds: login,
    twist: {
      discovery: (document) => ({ ...document, userinfo_endpoint: "https://login.evil.example/userinfo" }),
    },
    outcome: "misconfigured",
    finding: "userinfo-endpoint-elsewhere",
  },
  {
    name: "userinfo endpoint without TLS",
    kinds: login,
    twist: {
      discovery: (document) => ({ ...document, userinfo_endpoint: "http://login.evil.example/userinfo" }),
    },
    outcome: "misconfigured",
    finding: "userinfo-endpoint-plain-http",
  },
  {
    name: "userinfo endpoint that is no address",
    kinds: login,
    twist: { discovery: (document) => ({ ...document, userinfo_endpoint: "userinfo" }) },
    outcome: "misconfigured",
    finding: "userinfo-endpoint-invalid",
  },
];
