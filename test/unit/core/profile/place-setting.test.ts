import { describe, expect, it } from "vitest";
import {
  applyPatch,
  describeProfile,
  type ProfileDocument,
  profileFromTypedJson,
} from "../../../../main/core/profile/index.ts";
import type { KeyPath } from "../../../../main/core/profile/patch.ts";
import { placeSetting, removeSetting } from "../../../../main/core/profile/place-setting.ts";

const login = { domain: "com.jamf.connect.login" };
const menuBar = { domain: "com.jamf.connect" };

function profile(...payloads: readonly object[]): ProfileDocument {
  const document = profileFromTypedJson(
    { PayloadType: "Configuration", PayloadContent: payloads },
    { fileName: null },
  );
  if (!document.ok) throw new Error(document.problem.title);
  return document.value;
}
const direct = (settings: object) => ({ PayloadType: login.domain, PayloadUUID: "A", ...settings });
const managed = {
  PayloadType: "com.apple.ManagedClient.preferences",
  PayloadContent: {
    "com.jamf.connect.login": { Forced: [{ mcx_preference_settings: { DenyLocal: true } }] },
  },
};

function placed(document: ProfileDocument, address: typeof login, path: KeyPath, value: string) {
  const patch = placeSetting(document, address, path, value);
  if (!patch.ok) return patch.problem.code;
  const patched = applyPatch(document, patch.value);
  if (!patched.ok) return patched.problem.code;
  return describeProfile(patched.value.document).payloads.map(({ domain, form, values }) => [
    domain,
    form,
    values,
  ]);
}

describe("placing a setting", () => {
  it("makes the dictionaries on its way, and a payload in the form that the others have", () => {
    const path = ["IdPSettings", "Provider"];
    expect(placed(profile(direct({})), menuBar, path, "EntraID")).toEqual([
      [login.domain, "direct", {}],
      [menuBar.domain, "direct", { IdPSettings: { Provider: "EntraID" } }],
    ]);
    expect(placed(profile(managed), menuBar, path, "EntraID")).toEqual([
      [login.domain, "managed-preferences", { DenyLocal: true }],
      [menuBar.domain, "managed-preferences", { IdPSettings: { Provider: "EntraID" } }],
    ]);
    expect(placed(profile(), login, ["$odd"], "x")).toEqual([[login.domain, "direct", { $$odd: "x" }]]);
  });

  it("refuses a payload in a bare property list, and names that describe payloads", () => {
    const bare = profileFromTypedJson({ DenyLocal: true }, { fileName: null, domain: login.domain });
    if (!bare.ok) throw new Error(bare.problem.title);
    expect(placed(bare.value, login, ["HelpURL"], "x")).toEqual([
      [login.domain, "plist", { DenyLocal: true, HelpURL: "x" }],
    ]);
    expect(placed(bare.value, menuBar, ["HelpURL"], "x")).toBe("payload-not-possible");
    for (const name of ["", "PayloadUUID", "x".repeat(2000), "\ud83d"]) {
      expect(placed(profile(direct({})), login, [name], "x")).toBe("key-name");
    }
  });
});

describe("removing a setting", () => {
  const left = (settings: object, path: KeyPath) => {
    const document = profile(direct(settings));
    const patched = applyPatch(document, removeSetting(document, login, path));
    return patched.ok ? describeProfile(patched.value.document).payloads[0]?.values : patched.problem.code;
  };

  it("takes the dictionaries along that would be empty, and nothing else", () => {
    expect(left({ A: { B: { C: 1 } }, D: 1 }, ["A", "B", "C"])).toEqual({ D: 1 });
    expect(left({ A: { B: { C: 1 }, E: 1 } }, ["A", "B", "C"])).toEqual({ A: { E: 1 } });
    expect(left({ List: [{ Name: "a" }, { Name: "b" }] }, ["List", 0, "Name"])).toEqual({
      List: [{}, { Name: "b" }],
    });
    expect(left({ List: [{ Name: "a" }, { Name: "b" }] }, ["List", 0])).toEqual({ List: [{ Name: "b" }] });
    expect(left({ A: 1 }, ["B"])).toBe("patch-path");
  });
});
