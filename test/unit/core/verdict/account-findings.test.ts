import { expect, test } from "vitest";
import { accountFindings } from "../../../../main/core/verdict/account-findings.ts";
import { settingsFor } from "../../../integration/login/settings.ts";

const overage = { _claim_names: { groups: "src1" } };
const account = {
  shortName: "robin",
  fullName: "Robin Lake",
  role: "standard",
  because: {},
  decidedBy: { shortName: [], fullName: [], role: [] },
} as const;

function found(changes: object = {}, adminClaim = "groups") {
  const settings = settingsFor("https://x.example", "EntraID", {
    adminClaim: { value: adminClaim, domain: "com.jamf.connect.login", keyPath: "OIDCAdminAttribute" },
  });
  return accountFindings({
    kind: "oidc",
    settings,
    ending: { kind: "tokens" },
    entra: "v2",
    sessionMayBeReused: false,
    factor: "unknown",
    clockDifferenceMs: null,
    idClaims: {},
    account,
    userInfoMissing: null,
    adoptedClient: null,
    ...changes,
  }).map(({ rule, severity }) => [rule, severity]);
}

test("an ordinary account has none", () => {
  expect(found()).toEqual([]);
});

test("groups left out for their number matter where the role is read from them", () => {
  expect(found({ idClaims: overage })).toEqual([["groups-overage", "warning"]]);
  expect(found({ idClaims: overage }, "roles")).toEqual([["groups-overage", "info"]]);
});

test("a userinfo endpoint that gave nothing is a warning", () => {
  expect(found({ userInfoMissing: "x refuses the access token." })).toEqual([
    ["userinfo-missing", "warning"],
  ]);
});

test.each([
  ["robin", 0],
  ["robin.o-sei_2", 0],
  ["jürgen", 0],
  ["kim_fabrikam.example#EXT#", 1],
  ["robin lake", 1],
])("the short name %s gives %i finding", (shortName, count) => {
  expect(found({ account: { ...account, shortName } })).toHaveLength(count);
});
