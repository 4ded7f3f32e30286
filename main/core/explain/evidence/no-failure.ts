import { type Explanation, ofNoFailure, view } from "../explanation.ts";
import { addressIn } from "./provider-answer.ts";
import type { Rows } from "./sign-in-rows.ts";

const notKnown = "What was pasted says nothing about what Jamf Connect did with it.";
const afterwards = [
  "If the Mac refused the login at that minute all the same, the cause lies after the provider. Run test oidc with the profile and look at the steps Code exchange and Account.",
  "Look for another row of the same minute: the login and the password check leave one each.",
];

/** What rows of the sign-in log say in which nothing failed; null where something did. */
export function ofGoodRows(rows: Rows | null): Explanation | null {
  if (rows === null || rows.codes.length > 0 || rows.failedWithoutCode > 0 || rows.succeeded === 0)
    return null;
  const several = rows.succeeded > 1;
  return ofNoFailure({
    code: 0,
    name: "success-row",
    title: several ? "Nothing failed in these sign-ins" : "Nothing failed in this sign-in",
    meaning: several
      ? `All ${rows.succeeded} rows say that Entra let the sign-in through (error code 0).`
      : "The row says that Entra let the sign-in through (error code 0).",
    passwordVerdict: rows.byPassword ? "correct" : "unknown",
    basis: rows.byPassword
      ? "The row is of a request by user name and password (ropc), and Entra answered it with tokens."
      : "The row does not say that a password was checked: a session or a key can stand behind it, too.",
    jamfConnect: rows.byPassword
      ? view(true, "Tokens came back, which Jamf Connect counts as a good check.")
      : view(null, notKnown),
    signInLog: {
      status: "Success",
      note: "A green line. Words such as risk, failure reason or policy in it are names of columns.",
      requirement: null,
      resultDetail: null,
    },
    steps: afterwards,
  });
}

/**
 * What an answer says in which nothing failed: tokens, a session of Okta, an address with a code that a login came back to, a
 * discovery document. Null for anything else.
 */
export function ofGoodAnswer(text: string, json: unknown): Explanation | null {
  const members = membersOf(json);
  if (members.has("error") || members.has("errorcode")) return null;
  const hasToken = ["access_token", "id_token"].some((name) => typeof members.get(name) === "string");
  if (hasToken && typeof members.get("token_type") === "string") return tokens;
  if (members.get("status") === "SUCCESS" && typeof members.get("sessiontoken") === "string") return tokens;
  if (typeof members.get("issuer") === "string" && typeof members.get("token_endpoint") === "string")
    return discovery;
  return ofAddress(text);
}

function ofAddress(text: string): Explanation | null {
  const returned = addressIn(text);
  if (returned === null || returned.path.endsWith("/error")) return null;
  const { given } = returned;
  if (given.has("error")) return null;
  if (given.has("access_token") || given.has("id_token")) return tokens;
  const asks = given.has("response_type") || given.has("client_id");
  return given.has("code") && !asks ? callback : null;
}

function membersOf(json: unknown): ReadonlyMap<string, unknown> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return new Map();
  return new Map<string, unknown>(Object.entries(json).map(([name, value]) => [name.toLowerCase(), value]));
}

const secret =
  "What you pasted holds a secret that can stand for the person. It was not kept and is not shown; do not send it on, and clear it from where it was copied.";

const tokens: Explanation = ofNoFailure({
  code: null,
  name: "tokens",
  title: "Nothing failed in this answer",
  meaning: `It holds tokens: the provider let the login through. ${secret}`,
  passwordVerdict: "unknown",
  basis: "The answer does not say by which way the person logged in.",
  jamfConnect: view(null, notKnown),
  signInLog: null,
  steps: afterwards,
});

const callback: Explanation = ofNoFailure({
  code: null,
  name: "callback",
  title: "Nothing failed in this address",
  meaning: `It is where a login came back to, with a code and without an error: the pages of the provider went well. The code works once, for a few minutes. ${secret}`,
  passwordVerdict: "unknown",
  basis: "The address does not say by which way the person logged in.",
  jamfConnect: view(null, notKnown),
  signInLog: null,
  steps: [
    "If the login failed after this, the code exchange or the account failed: run test oidc with the profile and look at those steps.",
  ],
});

const discovery: Explanation = ofNoFailure({
  code: null,
  name: "discovery-document",
  title: "Nothing failed here: this is a discovery document",
  meaning: "The provider says in it which addresses a login uses. It holds no error and no secret.",
  passwordVerdict: "not-checked",
  basis: "No login took place.",
  jamfConnect: view(null, notKnown),
  signInLog: null,
  steps: ["Run discover with the profile: it compares this document with the profile."],
});
