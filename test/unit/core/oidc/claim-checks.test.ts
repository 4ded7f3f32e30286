import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkClaims } from "../../../../main/core/oidc/claim-checks.ts";
import { tokenProblems, tokenReport } from "../../../../main/core/oidc/made-check.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const now = 1_800_000_000;
const tid = "1a7c4e00-0000-4000-8000-000000000001";
const expected = { issuer: "https://issuer.example", clientId: "client", nonce: "n", now };
const good = {
  iss: "https://issuer.example",
  aud: "client",
  sub: "s",
  nonce: "n",
  iat: now,
  nbf: now,
  exp: now + 3600,
};

function findings(changes: object, expectation: object = {}): readonly string[] {
  return tokenProblems(checkClaims({ ...good, ...changes }, { ...expected, ...expectation })).map(
    (problem) => problem.finding,
  );
}

function made(id: string, changes: object, expectation: object = {}) {
  return checkClaims({ ...good, ...changes }, { ...expected, ...expectation }).find((one) => one.id === id);
}

describe("claims of an ID token", () => {
  test.each([
    ["as they should be", {}, {}],
    ["a list of one audience", { aud: ["client"] }, {}],
    ["two audiences with azp", { aud: ["client", "x"], azp: "client" }, {}],
    ["azp beside one audience", { azp: "client" }, {}],
    ["no nonce where none was sent", { nonce: undefined }, { nonce: null }],
    ["an expiry within the leeway", { exp: now - 59 }, {}],
    ["nbf within the leeway", { nbf: now + 60 }, {}],
    [
      "the tenant placeholder of /common",
      { iss: `https://sts.windows.net/${tid}/`, tid },
      { issuer: "https://sts.windows.net/{tenantid}/" },
    ],
  ])("%s pass", (_name, changes, expectation) => {
    expect(findings(changes, expectation)).toEqual([]);
  });

  test.each([
    [{ iss: "https://issuer.example/" }, {}, "id-token-issuer"],
    [{ iss: undefined }, {}, "id-token-issuer"],
    [
      { iss: "https://sts.windows.net/{tenantid}/" },
      { issuer: "https://sts.windows.net/{tenantid}/" },
      "id-token-issuer",
    ],
    [
      { iss: "https://sts.windows.net/x/", tid: "x" },
      { issuer: "https://sts.windows.net/{tenantid}/" },
      "id-token-issuer",
    ],
    [{ aud: "other" }, {}, "id-token-audience"],
    [{ aud: [] }, {}, "id-token-audience"],
    [{ aud: ["client", "x"] }, {}, "id-token-audience"],
    [{ azp: "x" }, {}, "id-token-azp"],
    [{ aud: ["client"], azp: "x" }, {}, "id-token-azp"],
    [{ azp: "" }, {}, "id-token-azp"],
    [{ azp: null }, {}, "id-token-azp"],
    [{ azp: ["client"] }, {}, "id-token-azp"],
    [{ nonce: "N" }, {}, "id-token-nonce"],
    [{ nonce: undefined }, {}, "id-token-nonce"],
    [{ exp: now - 60 }, {}, "id-token-expired"],
    [{ exp: String(now + 100) }, {}, "id-token-expired"],
    [{ nbf: now + 61 }, {}, "id-token-not-yet-valid"],
    [{ nbf: undefined, iat: now + 61 }, {}, "id-token-not-yet-valid"],
    [{ sub: "" }, {}, "id-token-subject"],
  ])("%j with %j fails as %s", (changes, expectation, finding) => {
    expect(findings(changes, expectation)).toEqual([finding]);
  });

  test.each([
    ["issuer", {}, {}, 'iss is "https://issuer.example", as the discovery document says.'],
    [
      "issuer",
      { iss: `https://sts.windows.net/${tid}/`, tid },
      { issuer: "https://sts.windows.net/{tenantid}/" },
      `iss is "https://sts.windows.net/${tid}/", as the discovery document says with the token's tenant filled in.`,
    ],
    ["audience", {}, {}, 'aud is "client", the client id of the profile.'],
    [
      "audience",
      { aud: ["client", "x"], azp: "client" },
      {},
      'aud contains "client", the client id of the profile, and azp is the same.',
    ],
    ["authorized-party", { azp: "client" }, {}, 'azp is "client", the client id of the profile.'],
    ["nonce", {}, {}, "nonce is the one that this login sent."],
    ["expiry", {}, {}, "Valid until 2027-01-15 09:00:00 UTC."],
    [
      "expiry",
      { exp: now - 59 },
      {},
      "Valid until 2027-01-15 07:59:01 UTC, within the 60 seconds by which clocks may differ.",
    ],
    ["start", {}, {}, "Valid from 2027-01-15 08:00:00 UTC."],
    ["start", { nbf: undefined }, {}, "Issued on 2027-01-15 08:00:00 UTC."],
    ["subject", {}, {}, "sub names the person."],
  ])("%s passes with %j and %j, and says what was compared", (id, changes, expectation, detail) => {
    expect(made(id, changes, expectation)).toMatchObject({ outcome: "passed", detail });
  });

  test.each([
    [
      "issuer",
      { iss: "https://evil.example" },
      /^iss is "https:\/\/evil\.example", expected "https:\/\/issuer/,
    ],
    ["audience", { aud: "other" }, /^aud is "other", expected the client id\.$/],
    ["authorized-party", { azp: "other" }, /^azp is "other", expected the client id\.$/],
    ["nonce", { nonce: "x" }, /^nonce belongs to another login\.$/],
    ["expiry", { exp: now - 3600 }, /^The token has expired, on 2027-01-15 07:00:00 UTC\.$/],
    ["start", { nbf: now + 3600 }, /^nbf is 2027-01-15 09:00:00 UTC, which is in the future\.$/],
    ["start", { nbf: "x", iat: now + 3600 }, /^iat is 2027/],
    ["subject", { sub: undefined }, /^sub is missing\.$/],
  ])("%s fails with %j, and says what was compared", (id, changes, detail) => {
    expect(made(id, changes)).toMatchObject({ outcome: "failed", detail: expect.stringMatching(detail) });
  });

  test("attack: a token that was made for another client is refused, although its audience is right", () => {
    expect(findings({ azp: "another-client" })).toEqual(["id-token-azp"]);
    expect(findings({ aud: ["client", "another-client"], azp: "another-client" })).toEqual([
      "id-token-audience",
      "id-token-azp",
    ]);
  });

  test("what was not made says why", () => {
    expect(made("nonce", {}, { nonce: null })).toEqual({
      id: "nonce",
      title: "Nonce",
      outcome: "not-made",
      detail: "The password check sends none.",
    });
    expect(made("start", { nbf: undefined, iat: undefined })).toMatchObject({ outcome: "not-made" });
    expect(made("authorized-party", {})).toMatchObject({
      outcome: "not-made",
      detail: "The token has no azp.",
    });
  });

  test("every check is listed once and in one order, whatever the claims are", () => {
    const anything = fc.dictionary(
      fc.constantFrom("iss", "aud", "azp", "nonce", "exp", "nbf", "iat", "sub", "tid"),
      fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(good)), fc.double({ noNaN: true })),
    );
    assertProperty(
      fc.property(anything, fc.constantFrom("n", null), (claims, sent) => {
        const checks = checkClaims(claims, { ...expected, nonce: sent });
        expect(checks.map(({ id }) => id)).toEqual([
          "issuer",
          "audience",
          "authorized-party",
          "nonce",
          "expiry",
          "start",
          "subject",
        ]);
        const report = tokenReport({ claims, header: {} }, checks);
        expect(report.problems).toEqual(
          report.checks.filter(({ outcome }) => outcome === "failed").map(({ detail }) => detail),
        );
        expect(report.problems).toEqual(tokenProblems(checks).map(({ text }) => text));
        expect(report.checks.every(({ detail }) => /\S.*\.$/s.test(detail))).toBe(true);
      }),
    );
  });

  test("all that is wrong is told at once", () => {
    expect(tokenProblems(checkClaims({}, expected)).map((problem) => problem.finding)).toEqual([
      "id-token-issuer",
      "id-token-audience",
      "id-token-nonce",
      "id-token-expired",
      "id-token-subject",
    ]);
  });
});
