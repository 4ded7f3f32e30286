import { expect, test } from "vitest";
import { scopeSeparator } from "../../../../main/core/lint/rules/scope-separator.ts";
import { typeMismatch } from "../../../../main/core/lint/rules/type-mismatch.ts";
import { foundInLogin } from "./found-in.ts";

test.each([
  ["openid email  profile", "Remove the extra blank"],
  ["openid   email  profile", "Remove the extra blanks"],
  ["openid++email", "Remove the extra plus sign"],
  ["+openid+email+", "Remove the extra plus signs"],
  ["openid+ email", "Write openid+email"],
  ["openid email openid", "Write openid email"],
  ["openid, email", "Write openid+email"],
])("the fix of the scopes %j says what goes, or what is written", (OIDCScopes, label) => {
  expect(foundInLogin(scopeSeparator, { OIDCScopes }).map(({ fix }) => fix?.label)).toEqual([label]);
});

test.each([
  [{ ROPGSuccessCodes: ["50076", 50158] }, "Write 50158 as text"],
  [{ OIDCTenant: 12 }, "Write 12 as text"],
  // Of a secret nothing is repeated.
  [{ OIDCClientSecret: 12 }, "Write it as text"],
])("a value of another type is named on the button: %j", (login, label) => {
  expect(foundInLogin(typeMismatch, login).map(({ fix }) => fix?.label)).toEqual([label]);
});
