import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeAtomically } from "../../../main/files/write-atomically.ts";
import { createKilledWriter, type KilledWriter } from "../../support/killed-writer.ts";

const folder = mkdtempSync(join(tmpdir(), "latchkey-killed-"));
let writer: KilledWriter;
beforeAll(async () => {
  writer = await createKilledWriter();
});
afterAll(() => {
  writer.remove();
  rmSync(folder, { recursive: true, force: true });
});

it("attack: a write that is killed at any moment leaves a whole file, and no draft after the next write", {
  timeout: 120_000,
}, async () => {
  const names = ["a.mobileconfig", "b.mobileconfig", "c.mobileconfig", "d.mobileconfig"];
  const killFiveTimes = async (name: string) => {
    const path = join(folder, name);
    for (let kill = 0; kill < 5; kill += 1) {
      const { isWhole, drafts } = await writer.killOnce(path);
      expect(isWhole).toBe(true);
      // The program that is started next removes what the kill before left: there is one draft at most.
      expect(drafts.length).toBeLessThanOrEqual(1);
      for (const draft of drafts) expect(statSync(join(folder, draft)).mode & 0o777).toBe(0o600);
    }
    expect(await writeAtomically(path, Buffer.from("the next write"))).toBeNull();
  };
  await Promise.all(names.map(killFiveTimes));
  expect(readdirSync(folder)).toEqual(names);
});
