import { expectedIssuer } from "./issuer.ts";

export type Claims = Readonly<Record<string, unknown>>;

/** What an ID token is held against. Times in seconds since 1970. */
export type ClaimExpectation = {
  readonly issuer: string;
  readonly clientId: string;
  /** Null where the request carried no nonce (password check). */
  readonly nonce: string | null;
  readonly now: number;
};

/** One failed check: the finding it becomes, and what was seen. */
export type ClaimProblem = { readonly finding: string; readonly text: string };

/** Clocks of two machines may differ by this much before it counts, in seconds. */
const leeway = 60;

/**
 * The checks of OpenID Connect Core section 3.1.3.7 that need no key. A missing claim fails like a wrong one.
 * Returns every problem, not only the first, because each has another cause.
 */
export function checkClaims(claims: Claims, expected: ClaimExpectation): readonly ClaimProblem[] {
  return [
    ...issuer(claims, expected),
    ...audience(claims, expected),
    ...nonce(claims, expected),
    ...times(claims, expected),
    ...subject(claims),
  ];
}

function issuer(claims: Claims, expected: ClaimExpectation): readonly ClaimProblem[] {
  const wanted = expectedIssuer(expected.issuer, claims["tid"]);
  if (wanted !== null && claims["iss"] === wanted) return [];
  return problem("id-token-issuer", `iss is ${show(claims["iss"])}, expected ${wanted ?? expected.issuer}.`);
}

function audience(claims: Claims, expected: ClaimExpectation): readonly ClaimProblem[] {
  const aud = claims["aud"];
  const all: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!all.includes(expected.clientId)) {
    return problem("id-token-audience", `aud is ${show(aud)}, expected the client id.`);
  }
  const azp = claims["azp"];
  if (all.length > 1 && azp !== expected.clientId) {
    return problem("id-token-audience", "The token has several audiences and azp is not the client id.");
  }
  return [];
}

function nonce(claims: Claims, expected: ClaimExpectation): readonly ClaimProblem[] {
  if (expected.nonce === null || claims["nonce"] === expected.nonce) return [];
  const seen = claims["nonce"] === undefined ? "is missing" : "belongs to another login";
  return problem("id-token-nonce", `nonce ${seen}.`);
}

function times(claims: Claims, expected: ClaimExpectation): readonly ClaimProblem[] {
  const { exp, nbf, iat } = { exp: claims["exp"], nbf: claims["nbf"], iat: claims["iat"] };
  const problems: ClaimProblem[] = [];
  if (typeof exp !== "number") problems.push(...problem("id-token-expired", "exp is missing."));
  else if (exp + leeway <= expected.now)
    problems.push(...problem("id-token-expired", "The token has expired."));
  if (typeof nbf === "number" && nbf - leeway > expected.now) {
    problems.push(...problem("id-token-not-yet-valid", "The token is not valid yet (nbf)."));
  } else if (typeof iat === "number" && iat - leeway > expected.now) {
    problems.push(...problem("id-token-not-yet-valid", "The token was issued in the future (iat)."));
  }
  return problems;
}

function subject(claims: Claims): readonly ClaimProblem[] {
  const sub = claims["sub"];
  return typeof sub === "string" && sub !== "" ? [] : problem("id-token-subject", "sub is missing.");
}

function problem(finding: string, text: string): readonly ClaimProblem[] {
  return [{ finding, text }];
}

function show(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value).slice(0, 200);
}
