import { expect } from "vitest";
import { type Bench, createBench, openStaff, staffProfile } from "./bench.ts";

const payload = { domain: "com.jamf.connect.login", index: 0 };

export const profileTests = {
  "profile.choose": async () => {
    const bench = createBench({ dialogs: true });
    expect(await bench.call("profile.choose", {})).toBeNull();
    bench.pick({ name: "staff.mobileconfig", bytes: Buffer.from(staffProfile) });
    const chosen = await bench.call("profile.choose", {});
    expect(chosen?.fileName).toBe("staff.mobileconfig");
    await bench.call("profile.open", { file: chosen?.file ?? "" });
    expect((await bench.next("profile.changed"))?.displayName).toBe("Contoso staff");
  },
  "profile.compare": async (bench) => {
    await openStaff(bench);
    expect((await bench.problem("profile.compare", { with: "disk" })).code).toBe("not-on-disk");
    expect((await bench.problem("profile.compare", { with: "export" })).code).toBe("not-exported");
    await bench.call("export.save", {
      route: "mac",
      domain: null,
      blueprintReady: false,
      identityId: null,
      confirmedName: null,
    });
    const same = await bench.call("profile.compare", { with: "export" });
    expect(same.changes).toEqual([]);
    await bench.change("profile.editField", { field: "tenant", value: "contoso.com", domain: null });
    const keysOf = ({ changes }: { readonly changes: readonly { readonly keyPath: string }[] }) =>
      changes.map(({ keyPath }) => keyPath);
    expect(keysOf(await bench.call("profile.compare", { with: "export" }))).toEqual([
      "OIDCTenant",
      "IdPSettings.TenantID",
    ]);
    const other = staffProfile.replace("not-for-the-screen", "another-secret");
    const file = bench.give("other.mobileconfig", other);
    const compared = await bench.call("profile.compare", { with: "file", file });
    expect(compared.other).toBe("other.mobileconfig");
    expect(compared.changes.find(({ secret }) => secret)).toMatchObject({
      keyPath: "OIDCClientSecret",
      before: "",
      after: "",
    });
    expect(JSON.stringify(compared)).not.toContain("another-secret");
    const damaged = bench.give("x.plist", "hello");
    expect((await bench.problem("profile.compare", { with: "file", file: damaged })).title).not.toBe("");
    // Another profile has not been exported.
    await openStaff(bench);
    expect((await bench.problem("profile.compare", { with: "export" })).code).toBe("not-exported");
  },
  "profile.open": async (bench) => {
    const view = await openStaff(bench);
    expect(view).toMatchObject({
      format: "mobileconfig",
      encoding: "xml",
      signature: null,
      edited: false,
      practice: false,
    });
    expect(view.payloads.map(({ domain, form }) => [domain, form])).toEqual([
      ["com.jamf.connect.login", "direct"],
      ["com.jamf.connect", "direct"],
    ]);
    const file = bench.give("x.plist", "hello");
    expect((await bench.problem("profile.open", { file })).title).not.toBe("");
    // A handle is worth something once.
    expect((await bench.problem("profile.open", { file })).code).toBe("file-gone");
    const tooLarge = bench.give("x.plist", Buffer.alloc(17 * 1024 * 1024));
    expect((await bench.problem("profile.open", { file: tooLarge })).code).toBe("file-too-large");
    expect((await bench.call("profile.current", {}))?.displayName).toBe("Contoso staff");
  },
  "profile.current": async (bench) => {
    expect(await bench.call("profile.current", {})).toBeNull();
    await openStaff(bench);
    const view = await bench.call("profile.current", {});
    expect(JSON.stringify(view)).not.toContain("not-for-the-screen");
  },
  "profile.edit": async (bench) => {
    await openStaff(bench);
    const patch = { op: "set", payload, path: ["DenyLocal"], value: true } as const;
    const view = await bench.change("profile.edit", { patch });
    expect(view.payloads[0]?.keys.find((key) => key.keyPath === "DenyLocal")?.display).toBe("Yes");
    expect(view.edited).toBe(true);
    const elsewhere = { ...patch, payload: { domain: "com.contoso.none" } };
    expect(JSON.stringify(await bench.problem("profile.edit", { patch: elsewhere }))).toContain(
      "com.contoso.none",
    );
  },
  "profile.editField": async (bench) => {
    await openStaff(bench);
    const both = await bench.change("profile.editField", {
      field: "tenant",
      value: "contoso.com",
      domain: null,
    });
    const tenant = both.identity.find((field) => field.id === "tenant");
    expect(tenant).toMatchObject({ value: "contoso.com", differs: false });
    expect(tenant?.destinations.map(({ keyPath, value }) => [keyPath, value])).toEqual([
      ["OIDCTenant", "contoso.com"],
      ["IdPSettings.TenantID", "contoso.com"],
    ]);
    const one = await bench.change("profile.editField", {
      field: "tenant",
      value: "fabrikam.com",
      domain: "com.jamf.connect",
    });
    expect(one.identity.find((field) => field.id === "tenant")?.differs).toBe(true);
    const older = await bench.change("profile.editField", {
      field: "provider",
      value: "Azure",
      domain: "com.jamf.connect",
    });
    expect(older.identity.find((field) => field.id === "provider")?.differs).toBe(false);
    const codes = await bench.change("profile.editField", {
      field: "success-codes",
      value: "50076, 50079",
      domain: null,
    });
    expect(codes.source).toContain("<string>50079</string>");
  },
  "profile.editSource": async (bench) => {
    const { source, sourceMap } = await openStaff(bench);
    const version = sourceMap.version ?? "";
    const text = source.replace("Contoso staff", "Contoso staff & guests").replace("& ", "&amp; ");
    const taken = await bench.call("profile.editSource", { text, version });
    const view = await bench.call("profile.current", {});
    expect(view).toMatchObject({ displayName: "Contoso staff & guests", source: text, canUndo: true });
    expect(taken).toEqual({ notices: [], version: view?.sourceMap.version });
    expect(JSON.stringify(view)).not.toContain("not-for-the-screen");
    expect((await bench.problem("profile.editSource", { text: source, version })).code).toBe(
      "source-outdated",
    );
    const broken = { text: text.replace("</string>", ""), version: taken.version ?? "" };
    const problem = await bench.problem("profile.editSource", broken);
    expect(problem.at?.line).toBeGreaterThan(1);
    expect(await bench.call("profile.current", {})).toEqual(view);
    // What says the same is no change.
    await bench.call("profile.editSource", { text: `${text}\n`, version: taken.version ?? "" });
    expect((await bench.change("profile.undo", {})).canUndo).toBe(false);
    const huge = { text: " ".repeat(3_000_000), version };
    expect((await bench.problem("profile.editSource", huge)).code).toBe("source-too-large");
  },
  "profile.undo": async (bench) => {
    const before = await openStaff(bench);
    await bench.change("profile.editField", { field: "tenant", value: "contoso.com", domain: null });
    expect((await bench.change("profile.undo", {})).source).toBe(before.source);
    expect((await bench.change("profile.undo", {})).canUndo).toBe(false);
  },
  "profile.redo": async (bench) => {
    await openStaff(bench);
    const after = await bench.change("profile.editField", {
      field: "tenant",
      value: "contoso.com",
      domain: null,
    });
    await bench.change("profile.undo", {});
    expect((await bench.change("profile.redo", {})).source).toBe(after.source);
  },
  "profile.close": async (bench) => {
    await openStaff(bench);
    await bench.call("profile.close", {});
    expect(await bench.call("profile.current", {})).toBeNull();
    expect((await bench.problem("profile.undo", {})).code).toBe("no-profile");
  },
} satisfies Record<string, (bench: Bench) => Promise<void>>;
