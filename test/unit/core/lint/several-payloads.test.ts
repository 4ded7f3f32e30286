import { describe, expect, it } from "vitest";
import { documentAlone } from "../../../../main/core/lint/context.ts";
import { exampleHead, examplePayload } from "../../../../main/core/lint/example-profile.ts";
import { lintDocument } from "../../../../main/core/lint/lint-document.ts";
import type { ExampleSettings } from "../../../../main/core/lint/rule.ts";
import { passwordPolicyDisagrees } from "../../../../main/core/lint/rules/password-policy-disagrees.ts";
import { payloadsDisagree } from "../../../../main/core/lint/rules/payloads-disagree.ts";
import { requiredKeyMissing } from "../../../../main/core/lint/rules/required-key-missing.ts";
import { exampleClient, exampleTenant } from "../../../../main/core/lint/sound-settings.ts";
import { profileRemarks, testSettings } from "../../../../main/core/profile/index.ts";
import { documentOf } from "./found-in.ts";

/** A profile with one payload for `com.jamf.connect` for each of these settings. */
function menuBarPayloads(...settings: readonly ExampleSettings[]) {
  const content = settings.map((each, index) => ({
    ...examplePayload("com.jamf.connect", index + 1),
    ...each,
  }));
  return documentOf({ profile: { ...exampleHead, PayloadContent: content } });
}

const identity = { Provider: "EntraID", TenantID: exampleTenant, ROPGID: exampleClient };
const { TenantID, ...withoutTenant } = identity;
const partedTenant = menuBarPayloads({ IdPSettings: { TenantID } }, { IdPSettings: withoutTenant });
const partedProvider = menuBarPayloads(
  { IdPSettings: { Provider: "EntraID", ROPGID: exampleClient } },
  { IdPSettings: { TenantID } },
);

describe("payloads of one domain that hold two parts of one dictionary", () => {
  it.each([
    ["the tenant first", partedTenant],
    ["the provider first", partedProvider],
  ])("disagree about it, in lint as in show: %s", (_, document) => {
    expect(profileRemarks(document).map(({ code }) => code)).toEqual(["payloads-disagree"]);
    const found = lintDocument(document, documentAlone, [payloadsDisagree]);
    expect(found.map(({ where }) => where)).toEqual([{ domain: "com.jamf.connect", keyPath: "IdPSettings" }]);
    expect(found[0]?.detail).toContain("not documented");
  });

  it.each([
    ["the tenant first", partedTenant],
    ["the provider first", partedProvider],
  ])("lack no key that the other one has: %s", (_, document) => {
    expect(lintDocument(document, documentAlone, [requiredKeyMissing])).toEqual([]);
  });

  it("lack one that none of them has", () => {
    const document = menuBarPayloads(
      { IdPSettings: { Provider: "EntraID", TenantID } },
      { IdPSettings: { Provider: "EntraID" } },
    );
    const keys = lintDocument(document, documentAlone, [requiredKeyMissing]).map(
      ({ where }) => where.keyPath,
    );
    expect(keys).toContain("IdPSettings.ROPGID");
  });

  it("are named where the last one has no provider, in place of a provider that nobody wrote down", () => {
    const settings = testSettings(partedProvider, "menu-bar");
    if (settings.ok) throw new Error("there is no provider to be read");
    expect(settings.problem.code).toBe("provider-missing");
    expect(settings.problem.detail).toContain("several payloads");
    expect(settings.problem.detail).not.toContain("absent");
    expect(testSettings(menuBarPayloads({ IdPSettings: { TenantID } }), "menu-bar")).toMatchObject({
      problem: { detail: expect.stringContaining("absent") },
    });
  });

  it("are not compared with a passcode payload, as nobody knows which of them counts", () => {
    const rules = (PolicyRequirements: ExampleSettings) => ({ PasswordPolicies: { PolicyRequirements } });
    const passcode = { ...examplePayload("com.apple.mobiledevice.passwordpolicy", 3), minLength: 14 };
    const found = (...settings: readonly ExampleSettings[]) => {
      const content = settings.map((each, index) => ({
        ...examplePayload("com.jamf.connect", index + 1),
        ...each,
      }));
      const document = documentOf({ profile: { ...exampleHead, PayloadContent: [...content, passcode] } });
      return lintDocument(document, documentAlone, [passwordPolicyDisagrees]);
    };
    expect(found(rules({ minLength: 14 }), rules({ minNumber: 1 }))).toEqual([]);
    expect(found(rules({ minLength: 8 }), rules({ minLength: 8 }))).toHaveLength(1);
  });
});

it("payloads that say the same, in another order of keys, do not disagree", () => {
  const turned = { ROPGID: exampleClient, TenantID, Provider: "EntraID" };
  const document = menuBarPayloads({ IdPSettings: identity }, { IdPSettings: turned });
  expect(lintDocument(document, documentAlone, [payloadsDisagree])).toEqual([]);
  expect(profileRemarks(document)).toEqual([]);
});

it("payloads of many domains are compared in one pass", () => {
  const many = Array.from({ length: 4000 }, (_, index) => ({
    ...examplePayload(`com.jamf.connect.n${index % 2000}`),
    DenyLocal: index < 2000,
  }));
  const document = documentOf({ profile: { ...exampleHead, PayloadContent: many } });
  expect(lintDocument(document, documentAlone, [payloadsDisagree])).toHaveLength(101);
});
