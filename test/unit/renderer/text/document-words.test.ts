import { describe, expect, test } from "vitest";
import type { IdentityField } from "../../../../preload/contract.ts";
import { documentName, providerLine } from "../../../../renderer/text/document-words.ts";

describe("the name of the open document", () => {
  test.each([
    ["contoso.mobileconfig", "contoso"],
    ["com.jamf.connect.login.plist", "com.jamf.connect.login"],
    ["Contoso staff", "Contoso staff"],
    [".plist", ".plist"],
  ])("of %s is %s", (fileName, name) => {
    expect(documentName(fileName)).toBe(name);
  });
});

const field = (id: IdentityField["id"], value: string, differs = false) =>
  ({ id, value, differs }) as unknown as IdentityField;

describe("where a profile signs people in", () => {
  test.each([
    ["EntraID", [field("tenant", "contoso.com")], "Entra ID · contoso.com"],
    ["Azure", [field("tenant", "7c1f2a54-90be-4d3a-8e17-5b2f6a0d44c9")], "Entra ID · 7c1f2a54…"],
    // Which of the two is meant, nobody knows.
    ["EntraID", [field("tenant", "contoso.com", true)], "Entra ID · two tenants"],
    ["EntraID", [field("tenant", "")], "Entra ID"],
    ["Okta-OIDC", [field("tenant", ""), field("okta-domain", "x.okta.com")], "Okta · x.okta.com"],
    ["Somebody", [], "Somebody"],
    [null, [field("tenant", "contoso.com")], "No provider named"],
  ])("%s", (provider, identity, line) => {
    expect(providerLine({ provider, identity })).toBe(line);
  });
});
