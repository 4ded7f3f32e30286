import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { writeAtomically } from "../../main/files/write-atomically.ts";
import { createKilledWriter } from "../support/killed-writer.ts";

const kills = 133;

it(`${kills} kills in the middle of atomic writes leave a whole file each time`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-kills-"));
  const writer = await createKilledWriter();
  onTestFinished(() => {
    writer.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  const path = join(folder, "profile.mobileconfig");
  let withDraft = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const { isWhole, drafts } = await writer.killOnce(path);
    expect(isWhole).toBe(true);
    expect(drafts.length).toBeLessThanOrEqual(1);
    withDraft += drafts.length;
  }
  console.log(`${kills} kills: ${kills} whole files, ${withDraft} of them with a draft beside`);
  // Otherwise no kill came in the middle of a write.
  expect(withDraft).toBeGreaterThan(0);
  expect(await writeAtomically(path, Buffer.from("end"))).toBeNull();
  expect(readdirSync(folder)).toEqual(["profile.mobileconfig"]);
});
