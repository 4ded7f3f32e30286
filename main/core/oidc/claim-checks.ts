import { shownValue, utcText } from "./claim-text.ts";
import { expectedIssuer } from "./issuer.ts";
import { failed, type MadeCheck, notMade, passed } from "./made-check.ts";

export type Claims = Readonly<Record<string, unknown>>;

/** What an ID token is held against. Times in seconds since 1970. */
export type ClaimExpectation = {
  readonly issuer: string;
  readonly clientId: string;
  /** Null where the request carried no nonce (password check). */
  readonly nonce: string | null;
  readonly now: number;
};

/** Clocks of two machines may differ by this much before it counts, in seconds. */
const leeway = 60;
const withinLeeway = `, within the ${leeway} seconds by which clocks may differ`;

/**
 * The checks of OpenID Connect Core section 3.1.3.7 that need no key. A missing claim fails like a wrong one.
 * All of them are made, also after one has failed, because each failure has another cause.
 */
export function checkClaims(claims: Claims, expected: ClaimExpectation): readonly MadeCheck[] {
  return [
    issuer(claims, expected),
    audience(claims, expected),
    authorizedParty(claims, expected),
    nonce(claims, expected),
    expiry(claims, expected),
    start(claims, expected),
    subject(claims),
  ];
}

/** Point 2. */
function issuer(claims: Claims, expected: ClaimExpectation): MadeCheck {
  const check = { id: "issuer", title: "Issuer" };
  const wanted = expectedIssuer(expected.issuer, claims["tid"]);
  if (wanted === null || claims["iss"] !== wanted) {
    const detail = `iss is ${shownValue(claims["iss"])}, expected ${shownValue(wanted ?? expected.issuer)}.`;
    return failed(check, "id-token-issuer", detail);
  }
  const filled = wanted === expected.issuer ? "" : " with the token's tenant filled in";
  return passed(check, `iss is ${shownValue(wanted)}, as the discovery document says${filled}.`);
}

/** Points 3 and 4: a token for several audiences has to name the one that it was made for. */
function audience(claims: Claims, expected: ClaimExpectation): MadeCheck {
  const check = { id: "audience", title: "Audience" };
  const aud = claims["aud"];
  const all: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!all.includes(expected.clientId)) {
    return failed(check, "id-token-audience", `aud is ${shownValue(aud)}, expected the client id.`);
  }
  if (all.length === 1) return passed(check, `aud is ${shownValue(aud)}, the client id of the profile.`);
  return claims["azp"] === expected.clientId
    ? passed(
        check,
        `aud contains ${shownValue(expected.clientId)}, the client id of the profile, and azp is the same.`,
      )
    : failed(check, "id-token-audience", "The token has several audiences and azp is not the client id.");
}

/**
 * Point 5, in its strict reading: a token with `azp` was made for that client and for nobody else, whatever `aud` says
 * (https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation). Anything but the client id is refused, also
 * what is no text.
 */
function authorizedParty(claims: Claims, expected: ClaimExpectation): MadeCheck {
  const check = { id: "authorized-party", title: "Authorized party" };
  const azp = claims["azp"];
  if (azp === undefined) return notMade(check, "The token has no azp.");
  return azp === expected.clientId
    ? passed(check, `azp is ${shownValue(azp)}, the client id of the profile.`)
    : failed(check, "id-token-azp", `azp is ${shownValue(azp)}, expected the client id.`);
}

/** Point 11. */
function nonce(claims: Claims, expected: ClaimExpectation): MadeCheck {
  const check = { id: "nonce", title: "Nonce" };
  if (expected.nonce === null) return notMade(check, "The password check sends none.");
  if (claims["nonce"] === expected.nonce) return passed(check, "nonce is the one that this login sent.");
  const seen = claims["nonce"] === undefined ? "is missing" : "belongs to another login";
  return failed(check, "id-token-nonce", `nonce ${seen}.`);
}

/** Point 9, RFC 7519 section 4.1.4. */
function expiry(claims: Claims, { now }: ClaimExpectation): MadeCheck {
  const check = { id: "expiry", title: "Not expired" };
  const exp = claims["exp"];
  if (typeof exp !== "number") return failed(check, "id-token-expired", `exp is ${shownValue(exp)}.`);
  if (exp + leeway <= now) {
    return failed(check, "id-token-expired", `The token has expired, on ${utcText(exp)}.`);
  }
  return passed(check, `Valid until ${utcText(exp)}${exp <= now ? withinLeeway : ""}.`);
}

/** Point 10, RFC 7519 sections 4.1.5 and 4.1.6. */
function start(claims: Claims, { now }: ClaimExpectation): MadeCheck {
  const check = { id: "start", title: "Not from the future" };
  const { nbf, iat } = { nbf: claims["nbf"], iat: claims["iat"] };
  const times = [
    ...(typeof nbf === "number" ? [{ name: "nbf", words: "Valid from", at: nbf }] : []),
    ...(typeof iat === "number" ? [{ name: "iat", words: "Issued on", at: iat }] : []),
  ];
  const future = times.find(({ at }) => at - leeway > now);
  if (future !== undefined) {
    const detail = `${future.name} is ${utcText(future.at)}, which is in the future.`;
    return failed(check, "id-token-not-yet-valid", detail);
  }
  const [first] = times;
  if (first === undefined) return notMade(check, "The token has neither nbf nor iat.");
  return passed(check, `${first.words} ${utcText(first.at)}${first.at > now ? withinLeeway : ""}.`);
}

/** OpenID Connect Core section 2: `sub` is required. */
function subject(claims: Claims): MadeCheck {
  const check = { id: "subject", title: "Subject" };
  const sub = claims["sub"];
  return typeof sub === "string" && sub !== ""
    ? passed(check, "sub names the person.")
    : failed(check, "id-token-subject", "sub is missing.");
}
