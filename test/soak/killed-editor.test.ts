import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { staffProfile } from "../contract/bench.ts";
import { createKilledEditor } from "../support/killed-editor.ts";

const kills = 200;

it(`${kills} kills of an editor leave the file whole and its draft there`, async () => {
  const state = mkdtempSync(join(tmpdir(), "latchkey-edits-"));
  const editor = await createKilledEditor();
  onTestFinished(() => {
    editor.remove();
    rmSync(state, { recursive: true, force: true });
  });
  const path = join(state, "staff.mobileconfig");
  writeFileSync(path, staffProfile);
  for (let kill = 0; kill < kills; kill += 1) {
    expect(await editor.killOnce(path, state)).toEqual({ isWhole: true, drafts: 1, damaged: 0 });
  }
});
