import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { peakIn, tellsPeak } from "../support/peak-memory.mjs";
import { commandLine, largestProfile, missingCommand, workFolder } from "../support/product.mjs";
import { inTurns, nodeProcess } from "../support/timing.mjs";

/** A file takes as long in a folder of a thousand as in one of a hundred: the thousand take at most eleven times as long. */
export const row = {
  what: "lint of 1,000 profiles in a folder (and its peak memory)",
  against: "of 100",
  aim: { ratio: 11 },
  missing: () => missingCommand("lint"),
  measure: async () => {
    const many = folderOf(1000);
    const few = folderOf(100);
    for (const folder of [few, many]) process.stderr.write(`  ${peakMemory(folder)} MB at most\n`);
    return inTurns(
      3,
      nodeProcess([commandLine, "lint", many, "--json"], [0, 1]),
      nodeProcess([commandLine, "lint", few, "--json"], [0, 1]),
    );
  },
};

function folderOf(count) {
  const folder = workFolder();
  const profile = largestProfile();
  for (let index = 0; index < count; index += 1)
    copyFileSync(profile, join(folder, `p${index}.mobileconfig`));
  return folder;
}

/** The most memory that a run took, in MB. */
function peakMemory(folder) {
  const args = ["--import", tellsPeak, commandLine, "lint", folder, "--json"];
  const { stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1024 ** 3 });
  return Math.round(peakIn(stderr) / 1024);
}
