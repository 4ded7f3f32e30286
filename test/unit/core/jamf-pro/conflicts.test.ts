import { describe, expect, it } from "vitest";
import { conflictsBetween, jamfConnectDomainsOf } from "../../../../main/core/jamf-pro/conflicts.ts";
import { deliveryOf } from "../../../../main/core/jamf-pro/delivery-form.ts";
import { refuseUnfaithful, unfaithfulValues } from "../../../../main/core/jamf-pro/faithful.ts";
import { heldPrivileges, missingActions } from "../../../../main/core/jamf-pro/privileges.ts";
import { bare } from "../profile/fixtures.ts";
import { direct, login, managed, profile } from "./fixtures.ts";

describe("conflictsBetween", () => {
  it("names keys that two profiles set to different values, and no value", () => {
    const first = {
      name: "staff",
      document: profile([managed(login, { OIDCTenant: "one", A: 1, OIDCClientSecret: "canary" })]),
    };
    const second = {
      name: "pilot",
      document: profile([direct(login, { OIDCTenant: "two", A: 1, OIDCClientSecret: "other" })]),
    };
    const conflicts = conflictsBetween([first, second]);
    expect(conflicts).toEqual([
      { domain: login, keyPath: "OIDCTenant", profiles: ["staff", "pilot"] },
      { domain: login, keyPath: "OIDCClientSecret", profiles: ["staff", "pilot"] },
    ]);
    expect(JSON.stringify(conflicts)).not.toContain("canary");
    expect(conflictsBetween([first])).toEqual([]);
    expect(jamfConnectDomainsOf(first.document)).toEqual([login]);
  });
});

describe("deliveryOf", () => {
  it("wraps direct payloads, drops PayloadEnabled inside, and takes the name", () => {
    const delivery = deliveryOf(profile([direct(login, { A: 1, PayloadEnabled: true })]));
    if (!delivery.ok) throw new Error(delivery.problem.title);
    expect(delivery.value.name).toBe("Jamf Connect, staff");
    const text = JSON.stringify(delivery.value.document.root, (_key, value) =>
      value instanceof Map ? Object.fromEntries(value) : typeof value === "bigint" ? Number(value) : value,
    );
    expect(text).toContain("mcx_preference_settings");
    expect(text).not.toContain("PayloadEnabled");
  });

  it("makes a profile of bare settings whose domain is known, and of others none", () => {
    expect(deliveryOf(bare("<key>A</key><true/>", null, login))).toMatchObject({
      ok: true,
      value: { name: `Settings for ${login}` },
    });
    expect(deliveryOf(bare("<key>A</key><true/>"))).toMatchObject({
      ok: false,
      problem: { code: "domain-unknown" },
    });
    expect(deliveryOf(profile([managed(login, {})], " "))).toMatchObject({
      ok: false,
      problem: { code: "jamf-pro-name-missing" },
    });
    expect(deliveryOf(profile([]))).toMatchObject({ ok: false, problem: { code: "jamf-pro-no-payloads" } });
  });
});

describe("unfaithfulValues", () => {
  it("names what is lost, and refuses where more than the value is", () => {
    const emoji = unfaithfulValues(
      profile([managed(login, { A: "x", LoginWindowMessage: "Hi \u{1f44b}" })]),
      { kind: "classic" },
    );
    expect(emoji).toMatchObject([
      { domain: login, keyPath: "LoginWindowMessage", quirk: "C4", refuses: true },
    ]);
    expect(refuseUnfaithful(emoji)).toMatchObject({
      code: "jamf-pro-not-faithful",
      title: "Jamf Pro cannot store LoginWindowMessage of com.jamf.connect.login as it is.",
      detail: expect.stringContaining("U+1F44B"),
    });
    const file = profile([managed(login, { BackgroundImage: "file:///Library/a.png" })]);
    expect(refuseUnfaithful(unfaithfulValues(file, { kind: "classic" }))).toBeNull();
    expect(refuseUnfaithful(unfaithfulValues(file, { kind: "gateway" }))).toMatchObject({
      detail: expect.stringContaining("file://"),
    });
    const screen = unfaithfulValues(profile([direct("com.apple.loginwindow", { T: "R&D\nlab" })]), {
      kind: "classic",
    });
    expect(screen.map(({ quirk }) => quirk)).toEqual(["C2", "C3"]);
    expect(refuseUnfaithful(screen)).toBeNull();
  });
});

describe("privileges", () => {
  it("are read wherever they stand; what the server does not say is not missing", () => {
    const held = heldPrivileges({
      account: { privilegesBySite: { "-1": ["Read macOS Configuration Profiles"] } },
    });
    expect(missingActions({ kind: "classic" }, held, ["read", "create"])).toEqual(["create"]);
    expect(heldPrivileges({ account: { username: "x" } })).toBeNull();
    expect(missingActions({ kind: "classic" }, null, ["create"])).toEqual([]);
    expect(
      missingActions({ kind: "classic" }, heldPrivileges({ account: { privilegeSet: "ADMINISTRATOR" } }), [
        "update",
      ]),
    ).toEqual([]);
  });
});
