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
  const signature = await signatureOf(question, idToken, decoded);
  const problems: TokenProblem[] = [...signature.problems, ...claimProblems(question, decoded)];
  if (problems.length === 0 && signature.signature === "valid")
    problems.push(...(await opinion(question, decoded)));
  const id: TokenReport = {
    claims: decoded.claims,
    header: decoded.header,
    signature: signature.signature,
    problems: problems.map((problem) => problem.text),
  };
  const access = reportAccessToken(body["access_token"]);
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
): Promise<SignatureCheck> {
  const { alg } = decoded.header;
  if (alg === "none") {
    const allowed = question.discovered.address.entra === "v1" && token.endsWith(".");
    return allowed ? { signature: "unchecked", problems: [] } : checkSignature(token, alg, null);
  }
  const uri = question.discovered.jwksUri;
  if (uri === null) {
    return {
      signature: "invalid",
      problems: [{ finding: "keys-missing", text: "The discovery document names no usable key address." }],
    };
  }
  const answer = await question.wire.send(uri, { headers: { accept: "application/json" } });
  return checkSignature(token, alg, jsonObject(answer));
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

function withoutIdToken(question: TokenQuestion): StepResult<CheckedTokens> {
  const access = reportAccessToken(question.body["access_token"]);
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
