import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { fileAt } from "../../main/files/source-file.ts";
import type { CallName, ProfileView } from "../../preload/contract.ts";
import { type Bench, createBench, openStaff, staffProfile } from "./bench.ts";

const secret = "not-for-the-screen";

/** Opens the staff profile from a file on disk. */
export async function openFromDisk(bench: Bench): Promise<{ readonly path: string }> {
  const folder = join(bench.state, "profiles");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "Contoso staff.mobileconfig");
  writeFileSync(path, staffProfile);
  const { place } = fileAt(path);
  if (place === null) throw new Error("A file has a place.");
  await bench.call("profile.open", { file: bench.give("Contoso staff.mobileconfig", staffProfile, place) });
  return { path };
}

function moveTo(bench: Bench, tenant: string): Promise<ProfileView> {
  return bench.change("profile.editField", { field: "tenant", value: tenant, domain: null });
}

/** The one draft on disk once it is there. */
async function draftOnDisk(bench: Bench): Promise<string> {
  const folder = join(bench.state, "drafts");
  for (;;) {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const name = names.find((one) => one.endsWith(".json") && !one.startsWith("."));
    if (name !== undefined) return join(folder, name);
    await new Promise(setImmediate);
  }
}

/** Changes the staff profile in a session that then ends as by a kill: nothing of it is said any more. */
async function leaveDraft(bench: Bench): Promise<void> {
  await openStaff(bench);
  await moveTo(bench, "fabrikam.com");
  await draftOnDisk(bench);
  await bench.call("profile.close", {});
}

async function restored(bench: Bench): Promise<ProfileView> {
  await leaveDraft(bench);
  const [draft] = (await bench.call("drafts.list", {})).drafts;
  return bench.change("drafts.restore", { id: draft?.id ?? "" });
}

const tenantOf = (view: ProfileView | null) => view?.identity.find(({ id }) => id === "tenant")?.value;

export const savingTests = {
  "document.save": async (bench) => {
    const { path } = await openFromDisk(bench);
    expect(await bench.call("document.save", { over: false })).toBeNull();
    const edited = await moveTo(bench, "fabrikam.com");
    expect(edited).toMatchObject({ edited: true, unsaved: true, hasPlace: true });
    expect(await bench.call("document.save", { over: false })).toMatchObject({ savedTo: path });
    expect(readFileSync(path, "utf8")).toContain("<string>fabrikam.com</string>");
    expect(readFileSync(path, "utf8")).toContain(secret);
    expect(await bench.call("profile.current", {})).toMatchObject({ edited: false, canUndo: true });
    // Undo goes on past the moment of saving, and what it takes back is a change to the file.
    expect((await bench.change("profile.undo", {})).edited).toBe(true);
    expect((await bench.change("profile.redo", {})).edited).toBe(false);

    await moveTo(bench, "tailspin.com");
    writeFileSync(path, staffProfile.replace("Contoso staff", "Changed elsewhere"));
    expect((await bench.problem("document.save", { over: false })).code).toBe("file-changed-on-disk");
    expect(readFileSync(path, "utf8")).toContain("Changed elsewhere");
    expect((await bench.call("profile.current", {}))?.edited).toBe(true);
    await bench.call("document.save", { over: true });
    expect(readFileSync(path, "utf8")).toContain("<string>tailspin.com</string>");

    const page = createBench();
    await openStaff(page);
    await moveTo(page, "fabrikam.com");
    const made = await page.call("document.save", { over: false });
    expect(made).toMatchObject({ fileName: "Contoso staff.mobileconfig", savedTo: null });
    expect(page.taken(made?.download).toString()).toContain("<string>fabrikam.com</string>");
    expect((await page.call("profile.current", {}))?.unsaved).toBe(false);
    await page.session.dispose();
  },
  "document.saveAs": async () => {
    const bench = createBench({ dialogs: true });
    await openStaff(bench);
    await moveTo(bench, "fabrikam.com");
    expect(await bench.call("document.saveAs", {})).toMatchObject({
      savedTo: "/somewhere/Contoso staff.mobileconfig",
    });
    expect(Buffer.from(bench.saved()[0]?.bytes ?? []).toString()).toContain("<string>fabrikam.com</string>");
    expect(await bench.call("profile.current", {})).toMatchObject({ edited: false, hasPlace: true });
    await bench.session.dispose();
  },
  "document.duplicate": async (bench) => {
    const { path } = await openFromDisk(bench);
    await moveTo(bench, "fabrikam.com");
    const copy = await bench.change("document.duplicate", {});
    expect(copy).toMatchObject({
      fileName: "Contoso staff copy.mobileconfig",
      hasPlace: false,
      unsaved: true,
    });
    // What is saved now goes elsewhere.
    await bench.call("document.save", { over: false });
    expect(readFileSync(path, "utf8")).toBe(staffProfile);
  },
  "document.revert": async (bench) => {
    const { path } = await openFromDisk(bench);
    await moveTo(bench, "fabrikam.com");
    const back = await bench.change("document.revert", {});
    expect([tenantOf(back), back.edited, back.canUndo]).toEqual([
      "11112222-3333-4444-8555-666677778888",
      false,
      true,
    ]);
    expect(tenantOf(await bench.change("profile.undo", {}))).toBe("fabrikam.com");
    expect(tenantOf(await bench.change("profile.redo", {}))).toBe("11112222-3333-4444-8555-666677778888");
    // What another program has written there is what the file is now.
    writeFileSync(path, staffProfile.replace("Contoso staff", "Changed elsewhere"));
    expect(await bench.change("document.revert", {})).toMatchObject({
      displayName: "Changed elsewhere",
      edited: false,
    });
  },
  "document.discard": async (bench) => {
    await openStaff(bench);
    const { id } = await moveTo(bench, "fabrikam.com");
    const draft = await draftOnDisk(bench);
    expect(statSync(draft).mode & 0o777).toBe(0o600);
    // Nothing has taken its place yet, and perhaps nothing will.
    expect((await bench.problem("document.discard", { document: id })).code).toBe("document-open");
    expect(existsSync(draft)).toBe(true);
    await openStaff(bench);
    await bench.call("document.discard", { document: id });
    expect(readdirSync(join(bench.state, "drafts"))).toEqual([]);
  },
  "document.keepUnstored": async (bench) => {
    const { id, sourceMap } = await openStaff(bench);
    const text = `${(await bench.call("profile.current", {}))?.source} <broken>`;
    const source = { text, version: sourceMap.version ?? "" };
    await bench.call("document.keepUnstored", { document: id, fields: [unfit, secretText], source });
    const onDisk = readFileSync(await draftOnDisk(bench), "utf8");
    expect(onDisk).toContain("twenty");
    expect(onDisk).toContain("<broken>");
    expect(onDisk).not.toContain("half a secret");
    // Of a document that is as its file the draft goes with what stood on its page.
    await bench.call("document.keepUnstored", { document: id, fields: [], source: null });
    await bench.call("drafts.forget", { id: randomUUID() });
    expect(readdirSync(join(bench.state, "drafts"))).toEqual([]);
    await bench.call("document.keepUnstored", { document: randomUUID(), fields: [unfit], source: null });
    expect((await bench.call("document.unstored", {}))?.texts.fields).toEqual([]);
  },
  "document.unstored": async (bench) => {
    expect(await bench.call("document.unstored", {})).toBeNull();
    const { id, source, sourceMap } = await openStaff(bench);
    const typed = {
      text: source.replace("Contoso staff", "Contoso <staff"),
      version: sourceMap.version ?? "",
    };
    await bench.call("document.keepUnstored", { document: id, fields: [unfit], source: typed });
    // What is typed follows a change that was made elsewhere, as on the page.
    await moveTo(bench, "fabrikam.com");
    const kept = await bench.call("document.unstored", {});
    expect(kept).toMatchObject({ document: id, texts: { fields: [unfit] } });
    expect(kept?.texts.source).toContain("Contoso <staff");
    expect(kept?.texts.source).toContain("fabrikam.com");
    await bench.call("profile.close", {});
    await bench.call("drafts.forget", { id: randomUUID() });
    const restored = await bench.change("drafts.restore", { id });
    const again = await bench.call("document.unstored", {});
    expect(again?.texts).toEqual({
      fields: [unfit],
      source: restored.source.replace("Contoso staff", "Contoso <staff"),
    });
  },
  "document.onDisk": async (bench) => {
    await openStaff(bench);
    expect((await bench.call("document.onDisk", {})).state).toBe("nowhere");
    const { path } = await openFromDisk(bench);
    expect((await bench.call("document.onDisk", {})).state).toBe("as opened");
    await moveTo(bench, "fabrikam.com");
    writeFileSync(path, staffProfile.replace(secret, "another-secret"));
    const disk = await bench.call("document.onDisk", {});
    expect(disk).toMatchObject({ state: "changed", problem: null });
    expect(disk.differences.map(({ keyPath, what }) => [keyPath, what])).toEqual([
      ["OIDCTenant", "differs"],
      ["OIDCClientSecret", "differs"],
      ["IdPSettings.TenantID", "differs"],
    ]);
    expect(JSON.stringify(disk)).not.toContain(secret);
    writeFileSync(path, "no profile");
    expect(await bench.call("document.onDisk", {})).toMatchObject({ state: "changed", differences: [] });
  },
  "document.settle": async (bench) => {
    const view = await restored(bench);
    expect(view.leftOut).toMatchObject([{ keyPath: "OIDCClientSecret", title: "OIDC client secret" }]);
    const path = view.leftOut[0]?.path ?? [];
    for (const call of ["document.save", "export.save", "test.ropg"] as const) {
      expect((await bench.problem(call, blocked[call])).code, call).toBe("values-left-out");
    }
    const empty = { how: "text", path, text: "" } as const;
    expect((await bench.problem("document.settle", empty)).code).toBe("wrong-input");
    const elsewhere = { how: "remove", path: ["PayloadUUID"] } as const;
    expect((await bench.problem("document.settle", elsewhere)).code).toBe("left-out-elsewhere");

    const removed = await bench.change("document.settle", { how: "remove", path });
    expect([removed.leftOut, removed.source.includes("OIDCClientSecret")]).toEqual([[], false]);
    expect((await bench.change("profile.undo", {})).leftOut).toHaveLength(1);
    const file = bench.give("Contoso staff.mobileconfig", staffProfile);
    expect((await bench.change("document.settle", { how: "file", path: null, file })).leftOut).toEqual([]);
    await bench.change("profile.undo", {});
    await bench.change("document.settle", { how: "text", path, text: "entered-again" });
    const made = await bench.call("document.save", { over: false });
    expect(bench.taken(made?.download).toString()).toContain("<string>entered-again</string>");
  },
  "drafts.list": async (bench) => {
    await openStaff(bench);
    await moveTo(bench, "fabrikam.com");
    const onDisk = readFileSync(await draftOnDisk(bench), "utf8");
    expect(onDisk).toContain("fabrikam.com");
    expect(onDisk).not.toContain(secret);
    // The open document is no offer.
    expect((await bench.call("drafts.list", {})).drafts).toEqual([]);
    await bench.call("profile.close", {});
    expect((await bench.call("drafts.list", {})).drafts).toMatchObject([
      {
        fileName: "Contoso staff.mobileconfig",
        path: null,
        leftOut: [{ keyPath: "OIDCClientSecret" }],
        isElsewhere: false,
      },
    ]);
    await bench.call("history.forgetAll", { what: "everything" });
    expect(readdirSync(join(bench.state, "drafts"))).toEqual([]);
  },
  "drafts.restore": async (bench) => {
    const view = await restored(bench);
    expect(view).toMatchObject({ fileName: "Contoso staff.mobileconfig", unsaved: true, canUndo: false });
    expect(tenantOf(view)).toBe("fabrikam.com");
    expect(JSON.stringify(view)).not.toContain("left-out-");
    expect((await bench.problem("drafts.restore", { id: randomUUID() })).code).toBe("draft-gone");
  },
  "drafts.forget": async (bench) => {
    await leaveDraft(bench);
    const folder = join(bench.state, "drafts");
    writeFileSync(join(folder, `${randomUUID()}.json`), "{");
    const { drafts, problems } = await bench.call("drafts.list", {});
    expect(problems.map(({ code }) => code)).toEqual(["draft-damaged"]);
    await bench.call("drafts.forget", { id: drafts[0]?.id ?? "" });
    expect(readdirSync(folder)).toHaveLength(1);
    await bench.call("drafts.forget", { id: null });
    expect(readdirSync(folder)).toEqual([]);
  },
} satisfies { readonly [N in CallName]?: (bench: Bench) => Promise<void> };

const unfit = {
  payload: { domain: "com.jamf.connect.login" },
  path: ["OIDCHTTPTimeout"],
  type: "integer",
  label: "Timeout",
  takesAnyText: false,
  text: "twenty",
} as const;
const secretText = { ...unfit, path: ["OIDCClientSecret"], type: "string", text: "half a secret" } as const;

const blocked = {
  "document.save": { over: false },
  "export.save": { route: "mac", domain: null, blueprintReady: false, identityId: null, confirmedName: null },
  "test.ropg": {
    runId: randomUUID(),
    from: "login",
    username: "a@contoso.com",
    password: "p",
    allowHost: null,
  },
} as const;
