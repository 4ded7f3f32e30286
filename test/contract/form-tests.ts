import { expect } from "vitest";
import { type Bench, openStaff } from "./bench.ts";

const login = { domain: "com.jamf.connect.login", index: 0 };
const menuBar = { domain: "com.jamf.connect", index: 0 };
const interval = ["PasswordPolicies", "NetworkCheck"];
const license =
  '<plist version="1.0"><dict><key>Name</key><string>Contoso</string><key>LicenseKey</key><string>canary-key</string><key>NumberOfClients</key><integer>9</integer><key>ExpirationDate</key><string>2027-01-31</string></dict></plist>';

export const formTests = {
  "form.check": async (bench) => {
    const typed = { payload: menuBar, path: interval, type: null };
    for (const text of ["abc", "1.5", "", "12345678901234567890", "-5"]) {
      expect((await bench.call("form.check", { ...typed, text }))?.title, text).toMatch(/number/);
    }
    expect(await bench.call("form.check", { ...typed, text: "15" })).toBeNull();
  },
  "form.enter": async (bench) => {
    const before = await openStaff(bench);
    const typed = { payload: menuBar, path: interval, type: null };
    expect((await bench.problem("form.enter", { ...typed, text: "abc" })).code).toBe("value-not-whole");
    expect((await bench.call("profile.current", {}))?.source).toBe(before.source);
    const after = await bench.change("form.enter", { ...typed, text: "15" });
    expect(after.source).toMatch(/<key>NetworkCheck<\/key>\s*<integer>15<\/integer>/);
    // A secret goes in and nothing of it comes back.
    const secret = { payload: login, path: ["ROPGClientSecret"], type: null, text: "not-for-anybody" };
    const set = await bench.change("form.enter", secret);
    expect(JSON.stringify(set)).not.toContain("not-for-anybody");
    expect(set.payloads[0]?.keys.find(({ keyPath }) => keyPath === "ROPGClientSecret")?.secret).toBe(true);
  },
  "form.add": async (bench) => {
    await openStaff(bench);
    const added = await bench.change("form.add", { payload: menuBar, path: interval });
    expect(added.source).toMatch(/<key>NetworkCheck<\/key>\s*<integer>60<\/integer>/);
    expect((await bench.problem("form.add", { payload: menuBar, path: interval })).code).toBe("key-there");
    const shares = { domain: "com.jamf.connect.shares" };
    const withPayload = await bench.change("form.add", { payload: shares, path: ["Shares"] });
    expect(withPayload.payloads.map(({ domain }) => domain)).toContain("com.jamf.connect.shares");
    const two = await bench.change("form.add", { payload: shares, path: ["Shares", 1] });
    expect(two.source.match(/<key>Name<\/key>/g)?.length).toBe(2);
    expect((await bench.change("profile.undo", {})).source).toBe(withPayload.source);
  },
  "form.addByHand": async (bench) => {
    await openStaff(bench);
    const own = { payload: { domain: "com.contoso.agent" }, path: ["Own"], type: "real", text: "2" } as const;
    expect((await bench.change("form.addByHand", own)).source).toMatch(/<key>Own<\/key>\s*<real>2/);
    expect((await bench.problem("form.addByHand", own)).code).toBe("key-there");
    const list = { ...own, path: ["List"], type: "array", text: "" } as const;
    expect((await bench.change("form.addByHand", list)).source).toMatch(/<key>List<\/key>\s*<array\/>/);
    const wrong = { ...own, path: ["More"], type: "integer", text: "1.5" } as const;
    expect((await bench.problem("form.addByHand", wrong)).code).toBe("value-not-whole");
    const reserved = { ...own, path: ["PayloadUUID"] } as const;
    expect((await bench.problem("form.addByHand", reserved)).code).toBe("key-name");
  },
  "form.remove": async (bench) => {
    const before = await openStaff(bench);
    await bench.change("form.add", { payload: menuBar, path: interval });
    const removed = await bench.change("form.remove", { payload: menuBar, path: interval });
    expect(removed.source).toBe(before.source);
    expect((await bench.problem("form.remove", { payload: menuBar, path: interval })).code).toBe(
      "patch-path",
    );
  },
  "form.importLicense": async (bench) => {
    await openStaff(bench);
    const file = bench.give("Contoso.jamfconnectlicense", license);
    const view = await bench.change("form.importLicense", { file, domain: null });
    const field = view.identity.find(({ id }) => id === "license");
    expect(field?.destinations.map(({ value }) => value)).toEqual([
      "Contoso, 9 Macs, until 2027-01-31",
      "Contoso, 9 Macs, until 2027-01-31",
    ]);
    expect(JSON.stringify(view)).not.toContain("canary-key");
    expect(JSON.stringify(view)).not.toContain(Buffer.from(license).toString("base64").slice(0, 40));
    const none = bench.give("x.jamfconnectlicense", "no license at all");
    expect((await bench.problem("form.importLicense", { file: none, domain: null })).code).toMatch(
      /^license-/,
    );
  },
  "form.fixes": async (bench) => {
    await openStaff(bench);
    await bench.change("form.enter", { payload: login, path: ["HelpURL"], type: null, text: "https://a.b " });
    const fixes = await bench.call("form.fixes", {});
    expect(fixes.find(({ finding }) => finding.rule === "invisible-characters")?.changes).toEqual([
      { domain: login.domain, keyPath: "HelpURL", before: "https://a.b ", after: "https://a.b" },
    ]);
    expect(JSON.stringify(fixes)).not.toContain("not-for-the-screen");
  },
  "form.applyFixes": async (bench) => {
    await openStaff(bench);
    for (const key of ["HelpURL", "OIDCTenant"]) {
      await bench.change("form.enter", { payload: login, path: [key], type: null, text: "https://a.b " });
    }
    const before = await bench.call("profile.current", {});
    const found = await bench.call("form.fixes", {});
    const fixes = found.filter(({ finding }) => finding.rule === "invisible-characters").map(({ id }) => id);
    expect(fixes).toHaveLength(2);
    const after = await bench.change("form.applyFixes", { fixes });
    expect(after.source).not.toContain("https://a.b ");
    expect((await bench.change("profile.undo", {})).source).toBe(before?.source);
    expect((await bench.problem("form.applyFixes", { fixes: ["no such"] })).code).toBe("fix-gone");
  },
} satisfies Record<string, (bench: Bench) => Promise<void>>;
