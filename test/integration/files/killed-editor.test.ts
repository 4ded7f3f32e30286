import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { staffProfile } from "../../contract/bench.ts";
import { createKilledEditor, type KilledEditor } from "../../support/killed-editor.ts";

const folder = mkdtempSync(join(tmpdir(), "latchkey-killed-edits-"));
let editor: KilledEditor;
beforeAll(async () => {
  editor = await createKilledEditor();
});
afterAll(() => {
  editor.remove();
  rmSync(folder, { recursive: true, force: true });
});

it("attack: 20 kills at random moments leave the file old or new and whole, and a draft without secrets", async () => {
  const killFiveTimes = async (name: string) => {
    const state = join(folder, name);
    mkdirSync(state);
    const path = join(state, "staff.mobileconfig");
    writeFileSync(path, staffProfile);
    for (let kill = 0; kill < 5; kill += 1) {
      expect(await editor.killOnce(path, state)).toEqual({ isWhole: true, drafts: 1, damaged: 0 });
    }
    const draft = join(state, "drafts", "0b2c4a6e-1111-4222-8333-444455556666.json");
    expect(readFileSync(draft, "utf8")).not.toContain("not-for-the-screen");
    expect(readFileSync(path, "utf8")).toContain("not-for-the-screen");
  };
  await Promise.all(["a", "b", "c", "d"].map(killFiveTimes));
});
