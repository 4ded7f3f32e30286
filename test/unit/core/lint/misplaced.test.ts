import { describe, expect, it } from "vitest";
import { documentAlone } from "../../../../main/core/lint/context.ts";
import { lintDocument } from "../../../../main/core/lint/lint-document.ts";
import { keyInWrongDomain } from "../../../../main/core/lint/rules/key-in-wrong-domain.ts";
import { keyOutsideItsDictionary } from "../../../../main/core/lint/rules/key-outside-its-dictionary.ts";
import { unknownKey } from "../../../../main/core/lint/rules/unknown-key.ts";
import { testSettings } from "../../../../main/core/profile/index.ts";
import { documentOf } from "./found-in.ts";

const rules = [keyInWrongDomain, keyOutsideItsDictionary, unknownKey];

describe("a key that stands beside IdPSettings", () => {
  it.each([
    ["Provider", "key-outside-its-dictionary", "IdPSettings"],
    ["ROPGScopes", "key-outside-its-dictionary", "IdPSettings"],
    ["ChangePasswordURL", "key-outside-its-dictionary", "IdPSettings"],
    ["OIDCClientID", "key-in-wrong-domain", "com.jamf.connect.login"],
    ["DenyLocal", "key-in-wrong-domain", "com.jamf.connect.login"],
  ])("%s: lint and a login that misses its provider say the same", (key, rule, place) => {
    const document = documentOf({ settings: { "com.jamf.connect": { [key]: "https://example.com" } } });
    expect(lintDocument(document, documentAlone, rules)).toMatchObject([{ rule }]);
    const settings = testSettings(document, "menu-bar");
    if (settings.ok) throw new Error("it has no provider");
    expect(settings.problem.fix).toContain(`to ${place}`.replace("to IdP", "into IdP"));
  });
});

it("attack: keys that nobody knows do not go through the catalogue one by one", () => {
  const unknown = Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`n${index}`, 1]));
  const document = documentOf({ settings: { "com.jamf.connect": unknown } });
  expect(lintDocument(document, documentAlone, rules)).toHaveLength(101);
  expect(testSettings(document, "menu-bar").ok).toBe(false);
});
