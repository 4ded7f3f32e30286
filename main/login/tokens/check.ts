import { checkClaims } from "../../core/oidc/claim-checks.ts";
import type { TokenProblem } from "../../core/verdict/ending.ts";
import type { LoginResult, TokenReport } from "../../core/verdict/login-result.ts";
import type { Discovered } from "../discovery.ts";
import { type JsonObject, jsonObject } from "../network/json.ts";
import type { Wire } from "../network/wire.ts";
import type { StepResult } from "../recorder.ts";
import { reportAccessToken } from "./access-token.ts";
import { type Decoded, decodeToken } from "./decode.ts";
import { secondOpinion } from "./second-opinion.ts";
import { checkSignature, type SignatureCheck } from "./signature.ts";

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
  if (decoded === null)
    return refused({}, [{ finding: "id-token-malformed", text: "The ID token is no JWT." }]);
  const { check: signature, keys } = await signatureOf(question, idToken, decoded);
  const problems: TokenProblem[] = [...signature.problems, ...claimProblems(question, decoded)];
  if (problems.length === 0 && signature.signature === "valid")
    problems.push(...(await opinion(question, decoded)));
  const id: TokenReport = {
    claims: decoded.claims,
    header: decoded.header,
    signature: signature.signature,
    problems: problems.map((problem) => problem.text),
  };
  const access = await reportAccessToken(body["access_token"], keys);
  const tokens = { id, ...(access === null ? {} : { access }) };
  if (problems.length > 0) return refused(tokens, problems);
  const note =
    signature.signature === "valid" ? "Signature, issuer, audience and times are right." : unsignedNote;
  return { status: "ok", value: { tokens, idClaims: decoded.claims, problems }, note };
}

const unsignedNote =
  "The ID token is not signed, as Entra's v1 endpoint may do for native clients. It came straight from the token endpoint.";

/**
 * Entra's v1 endpoint gives native clients unsigned ID tokens. That is taken, as `unchecked`, on the direct answer of that
 * endpoint only (OpenID Connect Core section 3.1.3.7, point 6: TLS to the token endpoint may stand in for the signature).
 */
async function signatureOf(
  question: TokenQuestion,
  token: string,
  decoded: Decoded,
): Promise<{ readonly check: SignatureCheck; readonly keys: unknown }> {
  const { alg } = decoded.header;
  if (alg === "none") {
    const allowed = question.discovered.address.entra === "v1" && token.endsWith(".");
    const unchecked: SignatureCheck = { signature: "unchecked", problems: [] };
    return { check: allowed ? unchecked : await checkSignature(token, alg, null), keys: null };
  }
  const keys = await keySet(question);
  if (keys === null) return { check: { signature: "invalid", problems: [keysMissing] }, keys };
  return { check: await checkSignature(token, alg, keys), keys };
}

const keysMissing = { finding: "keys-missing", text: "The discovery document names no usable key address." };

/** The provider's keys; null when its document names no usable address for them. */
async function keySet(question: TokenQuestion): Promise<JsonObject | null> {
  const uri = question.discovered.jwksUri;
  if (uri === null) return null;
  return jsonObject(await question.wire.send(uri, { headers: { accept: "application/json" } }));
}

function claimProblems(question: TokenQuestion, decoded: Decoded): readonly TokenProblem[] {
  return checkClaims(decoded.claims, {
    issuer: question.discovered.issuer,
    clientId: question.clientId,
    nonce: question.nonce,
    now: Math.floor(question.now / 1000),
  });
}

function opinion(question: TokenQuestion, decoded: Decoded): Promise<readonly TokenProblem[]> {
  const { discovered, clientId, nonce, now, body } = question;
  return secondOpinion({ discovered, clientId, nonce, now, body, tid: decoded.claims["tid"] });
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
