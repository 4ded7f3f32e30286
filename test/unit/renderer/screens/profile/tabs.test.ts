import { describe, expect, it } from "vitest";
import type { KeyView, PayloadView, ProfileView } from "../../../../../preload/contract.ts";
import {
  groupKeys,
  matches,
  sectionsOfTab,
  setFields,
  tabOfDomain,
  tabOfFinding,
} from "../../../../../renderer/screens/profile/tabs.ts";

const key = (domain: string, keyPath: string): KeyView => ({
  payload: { domain },
  path: [keyPath],
  keyPath,
  type: "string",
  value: "x",
  display: "x",
});

const payload = (domain: string, keys: readonly KeyView[]): PayloadView => ({
  address: { domain },
  type: domain,
  identifier: null,
  domain,
  form: "direct",
  keys,
});

const login = "com.jamf.connect.login";

const view: ProfileView = {
  fileName: "a.mobileconfig",
  displayName: "a",
  format: "mobileconfig",
  encoding: "xml",
  bytes: 1,
  signature: null,
  profile: null,
  provider: "EntraID",
  payloads: [
    payload(login, [key(login, "OIDCTenant"), key(login, "DenyLocal")]),
    payload("com.apple.dock", [key("com.apple.dock", "orientation")]),
  ],
  identity: [
    {
      id: "tenant",
      title: "Tenant",
      help: "",
      kind: "text",
      choices: [],
      value: "t",
      fallback: null,
      differs: false,
      destinations: [{ payload: { domain: login }, path: ["OIDCTenant"], keyPath: "OIDCTenant", value: "t" }],
    },
    {
      id: "check-app",
      title: "Check app",
      help: "",
      kind: "text",
      choices: [],
      value: "",
      fallback: null,
      differs: false,
      destinations: [
        { payload: { domain: login }, path: ["OIDCROPGID"], keyPath: "OIDCROPGID", value: null },
      ],
    },
  ],
  source: "",
  findings: [],
  edited: false,
  unsaved: false,
  hasPlace: false,
  leftOut: [],
  openElsewhere: null,
  canUndo: false,
  canRedo: false,
  practice: false,
};

describe("tabs", () => {
  it("puts each domain where admins look for it", () => {
    expect(tabOfDomain("com.jamf.connect")).toBe("connect");
    expect(tabOfDomain("com.jamf.connect.shares")).toBe("shares");
    expect(tabOfDomain("com.jamf.connect.loginx")).toBe("other");
    expect(tabOfDomain(null)).toBe("other");
  });

  it("shows a key once: what Identity shows is not in the tab of its domain", () => {
    expect(
      sectionsOfTab(view, "login").flatMap((section) => section.keys.map((entry) => entry.keyPath)),
    ).toEqual(["DenyLocal"]);
    expect(sectionsOfTab(view, "other")).toHaveLength(1);
    expect(sectionsOfTab(view, "actions")).toEqual([]);
  });

  it("counts only the identity fields that hold a value", () => {
    expect(setFields(view.identity).map((field) => field.id)).toEqual(["tenant"]);
  });

  it("finds the tab of a finding", () => {
    const finding = (where: { domain?: string; keyPath?: string }) => ({
      rule: "r",
      severity: "error" as const,
      certainty: "documented" as const,
      title: "",
      detail: "",
      where,
    });
    expect(tabOfFinding(view, finding({ domain: login, keyPath: "OIDCTenant" }))).toBe("identity");
    expect(tabOfFinding(view, finding({ domain: login, keyPath: "DenyLocal" }))).toBe("login");
    expect(tabOfFinding(view, finding({}))).toBeNull();
  });
});

describe("groupKeys", () => {
  it("keeps the order of the file within groups, and of groups by first appearance", () => {
    const keys = [
      { ...key(login, "a"), group: "Two" },
      { ...key(login, "b"), group: "One" },
      { ...key(login, "c"), group: "Two" },
    ];
    expect(
      groupKeys(keys).map(({ group, keys: members }) => [group, members.map((entry) => entry.keyPath)]),
    ).toEqual([
      ["Two", ["a", "c"]],
      ["One", ["b"]],
    ]);
  });
});

describe("matches", () => {
  it("wants every word, in any text, in any case", () => {
    expect(matches("deny LOCAL", ["DenyLocal", null])).toBe(true);
    expect(matches("deny roles", ["DenyLocal", "Admin roles"])).toBe(true);
    expect(matches("deny roles", ["DenyLocal"])).toBe(false);
  });
});
