import { describe, expect, test } from "vitest";
import { checkClaims } from "../../../../main/core/oidc/claim-checks.ts";

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
  return checkClaims({ ...good, ...changes }, { ...expected, ...expectation }).map(
    (problem) => problem.finding,
  );
}

describe("claims of an ID token", () => {
  test.each([
    ["as they should be", {}, {}],
    ["a list of one audience", { aud: ["client"] }, {}],
    ["two audiences with azp", { aud: ["client", "x"], azp: "client" }, {}],
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

  test("all that is wrong is told at once", () => {
    expect(checkClaims({}, expected).map((problem) => problem.finding)).toEqual([
      "id-token-issuer",
      "id-token-audience",
      "id-token-nonce",
      "id-token-expired",
      "id-token-subject",
    ]);
  });
});
