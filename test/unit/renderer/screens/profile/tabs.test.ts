import { describe, expect, it } from "vitest";
import { matches, tabOfDomain, tabOfFinding } from "../../../../../renderer/screens/profile/tabs.ts";
import { createCatalogue } from "../../../../../renderer/stores/keys-store.ts";
import { keyEntry } from "../../support/key-entry.ts";

const login = "com.jamf.connect.login";
const catalogue = createCatalogue([
  keyEntry({ domain: login, keyPath: "OIDCTenant", group: "Identity" }),
  keyEntry({ domain: login, keyPath: "OIDCAdmin", type: "array" }),
]);

describe("tabs", () => {
  it("puts each domain where admins look for it", () => {
    expect(tabOfDomain("com.jamf.connect")).toBe("connect");
    expect(tabOfDomain("com.jamf.connect.shares")).toBe("shares");
    expect(tabOfDomain("com.jamf.connect.loginx")).toBe("other");
    expect(tabOfDomain(null)).toBe("other");
  });

  it("finds the tab of a finding, also of one about an item of a list", () => {
    const finding = (where: { domain?: string; keyPath?: string }) => ({
      rule: "r",
      severity: "error" as const,
      certainty: "documented" as const,
      title: "",
      detail: "",
      where,
    });
    expect(tabOfFinding(finding({ domain: login, keyPath: "OIDCTenant" }), catalogue)).toBe("identity");
    expect(tabOfFinding(finding({ domain: login, keyPath: "OIDCAdmin[1]" }), catalogue)).toBe("login");
    expect(tabOfFinding(finding({ domain: login, keyPath: "Own" }), catalogue)).toBe("login");
    expect(tabOfFinding(finding({}), catalogue)).toBeNull();
  });
});

describe("matches", () => {
  it("wants every word, in any text, in any case", () => {
    expect(matches("deny LOCAL", ["DenyLocal", null])).toBe(true);
    expect(matches("deny roles", ["DenyLocal", "Admin roles"])).toBe(true);
    expect(matches("deny roles", ["DenyLocal"])).toBe(false);
  });
});
