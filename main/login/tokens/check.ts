import type { LoginResult, TokenProblem } from "../../core/login-result.ts";
import { checkClaims } from "../../core/oidc/claim-checks.ts";
import {
  type MadeCheck,
  notMade,
  signatureChecks,
  tokenProblems,
  tokenReport,
} from "../../core/oidc/made-check.ts";
import type { Discovered } from "../discovery.ts";
import { type JsonObject, jsonObject } from "../network/json.ts";
import type { Wire } from "../network/wire.ts";
import type { StepResult } from "../recorder.ts";
import { reportAccessToken } from "./access-token.ts";
import { checkAccessTokenHash } from "./access-token-hash.ts";
import { secondOpinion } from "./cross-check.ts";
import { type Decoded, decodeToken } from "./decode.ts";
import { checkSignature } from "./signature.ts";

export type TokenQuestion = {
  readonly wire: Wire;
  readonly discovered: Discovered;
  readonly clientId: string;
  /** The nonce of the request; null for the password check, which sends none. */
  readonly nonce: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly body: JsonObject;
  /** True when the scopes ask for `openid`, so an ID token must come. */
  readonly idTokenExpected: boolean;
};

export type CheckedTokens = {
  readonly tokens: LoginResult["tokens"];
  readonly idClaims: Readonly<Record<string, unknown>> | null;
  readonly problems: readonly TokenProblem[];
};

/** Checks what a token endpoint gave. Every problem is kept; one is enough to end the run without a success. */
export async function checkTokens(question: TokenQuestion): Promise<StepResult<CheckedTokens>> {
  const { body } = question;
  const idToken = body["id_token"];
  if (typeof idToken !== "string") return withoutIdToken(question);
  const decoded = decodeToken(idToken);
  if (!decoded.ok)
    return refused({}, [{ finding: "id-token-malformed", text: `The ID token ${decoded.why}.` }]);
  const keys = decoded.header.alg === "none" ? null : await keySet(question);
  const checks = await checkIdToken(question, idToken, decoded, keys);
  const id = tokenReport(decoded, checks);
  const access = await reportAccessToken(body["access_token"], keys);
  const tokens = { id, ...(access === null ? {} : { access }) };
  const problems = tokenProblems(checks);
  if (problems.length > 0) return refused(tokens, problems);
  const note = id.signature === "valid" ? "Signature, issuer, audience and times are right." : unsignedNote;
  return { status: "ok", value: { tokens, idClaims: decoded.claims, problems }, note };
}

const unsignedNote =
  "The ID token is not signed, as Entra's v1 endpoint may do for native clients. It came straight from the token endpoint.";

/** Every check of the ID token, in order. */
async function checkIdToken(
  question: TokenQuestion,
  idToken: string,
  decoded: Decoded,
  keys: JsonObject | null,
): Promise<readonly MadeCheck[]> {
  const { discovered, clientId, nonce, now, body } = question;
  const { claims, header } = decoded;
  const own = [
    ...(mayBeUnsigned(question, idToken, header.alg)
      ? unsigned
      : await checkSignature(idToken, header.alg, keys)),
    ...checkClaims(claims, { issuer: discovered.issuer, clientId, nonce, now: Math.floor(now / 1000) }),
    await checkAccessTokenHash(claims, header.alg, body["access_token"]),
  ];
  const opinion = await secondOpinion({ discovered, clientId, nonce, now, body, tid: claims["tid"] }, own);
  return [...own, opinion];
}

/**
 * Entra's v1 endpoint gives native clients unsigned ID tokens. That is taken, as `unchecked`, on the direct answer of that
 * endpoint only (OpenID Connect Core section 3.1.3.7, point 6: TLS to the token endpoint may stand in for the signature).
 */
function mayBeUnsigned({ discovered }: TokenQuestion, token: string, alg: unknown): boolean {
  return alg === "none" && discovered.address.entra === "v1" && token.endsWith(".");
}

const unsigned: readonly MadeCheck[] = [
  notMade(signatureChecks.algorithm, "The token is not signed (alg none)."),
  notMade(signatureChecks.signature, unsignedNote),
];

/** The provider's keys; null when its document names no usable address for them. */
async function keySet(question: TokenQuestion): Promise<JsonObject | null> {
  const uri = question.discovered.jwksUri;
  if (uri === null) return null;
  return jsonObject(await question.wire.send(uri, { headers: { accept: "application/json" } }));
}

async function withoutIdToken(question: TokenQuestion): Promise<StepResult<CheckedTokens>> {
  const access = await reportAccessToken(question.body["access_token"], null);
  const tokens = access === null ? {} : { access };
  // The password check needs no ID token; the login cannot do without one, because it names the user.
  if (question.nonce === null) {
    const note = question.idTokenExpected
      ? "No ID token came back although the scopes ask for openid. The password check does not need one."
      : "No ID token came back, because the scopes do not ask for openid.";
    return { status: "ok", value: { tokens, idClaims: null, problems: [] }, note };
  }
  return refused(tokens, [
    { finding: "id-token-missing", text: "No ID token came back, so the user is not known." },
  ]);
}

function refused(
  tokens: LoginResult["tokens"],
  problems: readonly TokenProblem[],
): StepResult<CheckedTokens> {
  return {
    status: "failed",
    ending: { kind: "tokens-refused", problems, tokens },
    note: problems.map((problem) => problem.text).join(" "),
  };
}
