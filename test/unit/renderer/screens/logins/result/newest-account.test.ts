import { expect, test } from "vitest";
import { newestAccount } from "../../../../../../renderer/screens/logins/result/newest-account.ts";
import { emptySignIn, type Run } from "../../../../../../renderer/stores/run.ts";
import { succeeded } from "../../../../../support/login-result.ts";
import { miraAtContoso } from "../../../../../support/run-name.ts";

/** A login that led to the account with this short name. */
function login(shortName: string, startedAt: string, change: Partial<Run> = {}): Run {
  const account = { shortName, fullName: "", role: "standard", because: {}, decidedBy: noClaims } as const;
  const result = succeeded("oidc", { account });
  return {
    id: startedAt,
    kind: "oidc",
    name: miraAtContoso("oidc"),
    from: "login",
    username: "robin@contoso.com",
    host: "login.microsoftonline.com",
    practice: false,
    via: "window",
    startedAt,
    signIns: { login: { ...emptySignIn, result }, check: null },
    signIn: null,
    paired: null,
    ...change,
  };
}

const noClaims = { shortName: [], fullName: [], role: [] };
const robin = { practice: false, username: "Robin@contoso.com ", host: "login.microsoftonline.com" };
const [early, late] = ["2026-11-17T10:00:00Z", "2026-11-17T11:00:00Z"];

test("the newest login of the same person counts, however the name is typed", () => {
  const found = newestAccount([login("new", late), login("old", early)], robin);
  expect(found).toMatchObject({ startedAt: late, account: { shortName: "new" } });
  expect(newestAccount([login("old", early), login("new", late)], robin)?.startedAt).toBe(late);
});

test.each<[string, Partial<Run>]>([
  ["another person", { username: "sam@contoso.com" }],
  ["somebody who is not named", { username: "" }],
  ["the practice tenant", { practice: true }],
  ["another host", { host: "127.0.0.1:40123" }],
  ["a login without an account", { signIns: { login: emptySignIn, check: null } }],
])("a login of %s does not", (_who, change) => {
  expect(newestAccount([login("x", late, change)], robin)).toBeNull();
});

test("beside a run that names nobody there is none", () => {
  const unnamed = login("x", late, { username: "" });
  expect(newestAccount([unnamed], { ...robin, username: "" })).toBeNull();
});
