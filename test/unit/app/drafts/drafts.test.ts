import { randomUUID } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAutosave } from "../../../../main/app/drafts/autosave.ts";
import { type DraftSource, draftText, readDraft } from "../../../../main/app/drafts/draft-file.ts";
import { createDraftStore } from "../../../../main/app/drafts/draft-store.ts";
import { createOpenFiles } from "../../../../main/app/drafts/open-files.ts";
import { equalValues, type PlistValue, toTypedJson } from "../../../../main/core/plist/index.ts";
import type { Problem } from "../../../../main/core/problem.ts";
import { leaveOutSecrets, readProfile } from "../../../../main/core/profile/index.ts";
import { staffProfile } from "../../../contract/bench.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { keyOrder, plistValues } from "../../core/plist/arbitraries.ts";

let parent = "";
let folder = "";
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "latchkey-drafts-"));
  folder = join(parent, "state", "drafts");
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function draft(id = randomUUID() as string, name = "Contoso staff.mobileconfig"): DraftSource {
  const document = readProfile(Buffer.from(staffProfile), { fileName: name });
  if (!document.ok) throw new Error(document.problem.title);
  return {
    id,
    writer: process.pid,
    savedAt: "2026-11-29T10:00:00.000Z",
    mark: `left-out-${randomUUID()}`,
    file: { name, path: null, digest: "0".repeat(64), bytes: 10, isSigned: false },
    document: document.value,
  };
}

describe("drafts on disk", () => {
  it("attack: nobody but their owner can read them, whatever the folder was", async () => {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
    const store = createDraftStore(folder);
    const one = draft();
    expect(await store.write(one)).toBeNull();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, `${one.id}.json`)).mode & 0o777).toBe(0o600);
    expect((await store.list()).drafts).toMatchObject([
      { id: one.id, leftOut: [{ keyPath: "OIDCClientSecret" }] },
    ]);
    await store.forget(one.id);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["cut off", (text: string) => text.slice(0, 200), "It is not whole, or not JSON."],
    ["empty", () => "", "It is not whole, or not JSON."],
    ["null", () => "null", "Unexpected"],
    [
      "of another version",
      (text: string) => text.replace('"version":3', '"version":4'),
      "does not read its form",
    ],
    [
      "with surplus",
      (text: string) => text.replace('"version":3', '"version":3,"path":"/etc/passwd"'),
      "Unexpected",
    ],
    [
      "with a null setting",
      (text: string) => text.replace('"EntraID"', "null"),
      "Its settings cannot be read.",
    ],
    [
      "with another id",
      (text: string) => text.replace(/"id":"[^"]+"/, `"id":"${randomUUID()}"`),
      "another draft",
    ],
    ["so deep that it overflows", () => "[".repeat(200_000), "It is not whole, or not JSON."],
    ["with settings that are deep", (text: string) => deep(text), "Its settings cannot be read."],
  ])("attack: one that is %s is told in a sentence and stops nothing", async (_, spoil, detail) => {
    const store = createDraftStore(folder);
    const [good, bad] = [draft(), draft()];
    await store.write(good);
    writeFileSync(join(folder, `${bad.id}.json`), spoil(draftText(bad)));
    const { drafts, damaged } = await store.list();
    expect(drafts.map(({ id }) => id)).toEqual([good.id]);
    expect(damaged).toMatchObject([{ code: "draft-damaged", detail: expect.stringContaining(detail) }]);
    expect(JSON.stringify(damaged)).not.toContain("not-for-the-screen");
    expect(await store.read(bad.id)).toMatchObject({ ok: false });
    await store.forgetDamaged();
    expect(readdirSync(folder)).toEqual([`${good.id}.json`]);
  });

  it("attack: a link, a folder and a name with a path among them are not followed", async () => {
    const store = createDraftStore(folder);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(parent, "outside.json"), draftText(draft()));
    symlinkSync(join(parent, "outside.json"), join(folder, `${randomUUID()}.json`));
    mkdirSync(join(folder, `${randomUUID()}.json`));
    const { drafts, damaged } = await store.list();
    expect([drafts, damaged.length]).toEqual([[], 2]);
    expect(await store.read("../../outside")).toMatchObject({ ok: false });
    expect(await store.forget("../../outside")).toBeNull();
    expect(existsSync(join(parent, "outside.json"))).toBe(true);
  });

  it("a folder that is a file is told, when it is listed and when something is kept", async () => {
    mkdirSync(join(parent, "state"));
    writeFileSync(folder, "");
    const store = createDraftStore(folder);
    expect((await store.list()).damaged).toHaveLength(1);
    expect(await store.write(draft())).toMatchObject({
      code: "draft-not-kept",
      title: "Your changes are not kept on disk.",
    });
  });

  it("shows the newest of very many", async () => {
    const store = createDraftStore(folder);
    mkdirSync(folder, { recursive: true });
    for (let count = 0; count < 60; count += 1) {
      const path = join(folder, `${randomUUID()}.json`);
      writeFileSync(path, "{");
      utimesSync(path, 1_000_000, 1_000_000);
    }
    const newest = draft(`f${randomUUID().slice(1)}`);
    await store.write(newest);
    expect((await store.list()).drafts.map(({ id }) => id)).toEqual([newest.id]);
  });

  it("reads those of earlier forms, which did not say whether their file was signed, and kept the root as typed JSON", () => {
    const one = draft();
    const { root } = leaveOutSecrets(one.document, one.mark);
    const { root: _root, ...about } = JSON.parse(draftText(one)) as Record<string, unknown>;
    const second = JSON.stringify({ ...about, version: 2, root: toTypedJson(root) });
    const first = second.replace('"version":2', '"version":1').replace(',"isSigned":false', "");
    for (const text of [first, second]) {
      expect(readDraft("x.json", text)).toMatchObject({
        ok: true,
        value: {
          file: { isSigned: false },
          document: { root },
          leftOut: [{ keyPath: "OIDCClientSecret" }],
        },
      });
    }
  });

  it("keeps every value and the order of all keys, also of such as look like numbers", () => {
    const roots = plistValues({ wholeSeconds: false });
    assertProperty(
      fc.property(roots, (value) => {
        const one = draft();
        const keys = ["10", "9", "a", "0"];
        const entries = new Map<string, PlistValue>(keys.map((key) => [key, value]));
        const document = { ...one.document, root: { kind: "dict", entries } } as const;
        const read = readDraft("a", draftText({ ...one, document }));
        if (!read.ok) throw new Error(read.problem.detail);
        const wanted = leaveOutSecrets(document, one.mark).root;
        expect(equalValues(read.value.document.root, wanted)).toBe(true);
        expect(keyOrder(read.value.document.root)).toEqual(keyOrder(wanted));
      }),
    );
  });

  it("reads any text without throwing", () => {
    const whole = draftText(draft());
    const cuts = fc.tuple(fc.nat(whole.length), fc.string({ maxLength: 20 }));
    assertProperty(
      fc.property(fc.oneof(fc.string(), fc.json(), cuts), (made) => {
        const [at, put] = typeof made === "string" ? [0, made] : made;
        const read = readDraft(
          "x.json",
          typeof made === "string" ? made : whole.slice(0, at) + put + whole.slice(at + 1),
        );
        if (!read.ok) expect(read.problem.code).toBe("draft-damaged");
      }),
    );
  });
});

function deep(text: string): string {
  return text.replace('{"$dict":[', `{"$dict":[["x",${"[".repeat(2000)}${"]".repeat(2000)}],`);
}

describe("autosave", () => {
  it("writes one after the other, the newest state last, and lets changes share a write", async () => {
    const written: string[] = [];
    let writing = 0;
    const store = {
      write: async (one: DraftSource) => {
        writing += 1;
        expect(writing).toBe(1);
        await new Promise(setImmediate);
        written.push(one.file.name);
        writing -= 1;
        return null;
      },
      forget: async (id: string) => {
        written.push(`forget ${id.slice(0, 1)}`);
        return null;
      },
    };
    const autosave = createAutosave(store, () => undefined);
    const [a, b] = [`a${randomUUID().slice(1)}`, `b${randomUUID().slice(1)}`];
    autosave.keep(draft(a, "1"));
    // Nothing is written before the change has been answered.
    expect(writing).toBe(0);
    autosave.keep(draft(a, "2"));
    autosave.keep(draft(b, "3"));
    await autosave.settled();
    expect(written).toEqual(["2", "3"]);
    autosave.keep(draft(a, "4"));
    autosave.drop(a);
    await autosave.settled();
    expect(written).toEqual(["2", "3", "forget a"]);
  });

  it("says once that nothing can be kept, and that it can again", async () => {
    const full: Problem = { code: "draft-not-kept", title: "T", detail: "The disk is full.", fix: "F" };
    const answers: (Problem | null)[] = [full, full, null];
    const told: (Problem | null)[] = [];
    const store = { write: async () => answers.shift() ?? null, forget: async () => null };
    const autosave = createAutosave(store, (problem) => told.push(problem));
    const one = draft();
    for (const _ of [1, 2, 3]) {
      autosave.keep(one);
      await autosave.settled();
    }
    expect(told).toEqual([full, null]);
  });
});

describe("autosave of several documents", () => {
  it("remembers of each what could not be done, until it can", async () => {
    const full: Problem = { code: "draft-not-kept", title: "T", detail: "The disk is full.", fix: "F" };
    const stays: Problem = { code: "draft-not-deleted", title: "T", detail: "It stays.", fix: "F" };
    let forgotten: Problem | null = stays;
    const store = {
      write: async ({ file }: DraftSource) => (file.name === "full" ? full : null),
      forget: async () => forgotten,
    };
    const autosave = createAutosave(store, () => undefined);
    const [a, b] = [randomUUID(), randomUUID()];
    autosave.keep(draft(a, "full"));
    await autosave.settled();
    autosave.keep(draft(b, "fits"));
    await autosave.settled();
    expect(autosave.problem()).toEqual(full);
    autosave.drop(b);
    await autosave.settled();
    expect(autosave.problem()).toEqual(stays);
    forgotten = null;
    autosave.drop(b);
    autosave.drop(a);
    await autosave.settled();
    expect(autosave.problem()).toBeNull();
  });
});

describe("open files", () => {
  const file = { name: "a.mobileconfig", path: "/x/a.mobileconfig", digest: "1".repeat(64) };
  const session = (pid: number, host: "app window" | "browser") =>
    createOpenFiles(folder, { pid, host, id: randomUUID() });

  it("tell the second where the same file is open, by its path or by its name and content", async () => {
    const [window, browser] = [session(process.pid, "app window"), session(process.pid, "browser")];
    expect(await window.announce(file)).toBeNull();
    // A browser does not know where the file lies.
    expect(await browser.announce({ ...file, path: null })).toBe("app window");
    expect(await browser.announce({ ...file, path: null, digest: "2".repeat(64) })).toBeNull();
    expect(await browser.announce({ ...file, name: "other", digest: "2".repeat(64) })).toBe("app window");
    expect(await browser.announce({ ...file, path: "/y/a.mobileconfig" })).toBeNull();
    await window.announce(null);
    expect(await browser.announce(file)).toBeNull();
  });

  it("of a process that is gone count for nothing, and damaged marks neither", async () => {
    // The highest number that a process can have anywhere, and nobody has.
    await session(4_194_304, "app window").announce(file);
    writeFileSync(join(folder, `${process.pid}-${randomUUID()}.json`), "{");
    expect(await session(process.pid, "browser").announce(file)).toBeNull();
    expect(readdirSync(folder).some((name) => name.startsWith("4194304-"))).toBe(false);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});
