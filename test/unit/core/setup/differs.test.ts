import { expect, test } from "vitest";
import { differences, differs } from "../../../../main/core/setup/index.ts";

test("only what is wanted is compared, lists in any order, absent as empty", () => {
  const found = {
    displayName: "Jamf Connect login client",
    isFallbackPublicClient: true,
    publicClient: { redirectUris: ["b", "a"] },
    requiredResourceAccess: [{ resourceAppId: "G", resourceAccess: [{ id: "1", type: "Scope", more: 1 }] }],
  };
  expect(
    differs(found, {
      isFallbackPublicClient: true,
      publicClient: { redirectUris: ["a", "b"] },
      requiredResourceAccess: [{ resourceAppId: "G", resourceAccess: [{ id: "1", type: "Scope" }] }],
      web: { redirectUris: [] },
    }),
  ).toBe(false);
});

test.each([
  ["a switch by hand", { isFallbackPublicClient: false }, { isFallbackPublicClient: true }],
  ["one item more", { list: ["a", "b"] }, { list: ["a"] }],
  ["one item less", { list: ["a"] }, { list: ["a", "b"] }],
  [
    "something where nothing is wanted",
    { web: { redirectUris: ["https://x"] } },
    { web: { redirectUris: [] } },
  ],
  ["a member deep inside", { api: { scopes: [{ value: "x" }] } }, { api: { scopes: [{ value: "y" }] } }],
  ["another permission", { scope: "openid" }, { scope: "openid email" }],
])("%s differs", (_what, found, wanted) => {
  expect(differences(found, wanted).differing).toEqual(Object.keys(wanted));
});

test("permissions in another order and ids in another case are the same", () => {
  const id = "AAAAAAAA-0000-4000-8000-00000000000B";
  expect(differs({ scope: " email openid", app: id }, { scope: "openid email", app: id.toLowerCase() })).toBe(
    false,
  );
});

test("a member that the answer does not have is said to be so, and is no difference that anybody saw", () => {
  expect(differences({ id: "1" }, { api: { version: 2 } })).toEqual({ differing: [], notShown: ["api"] });
  expect(differs({ id: "1" }, { api: { version: 2 } })).toBe(true);
});
