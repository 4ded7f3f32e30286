import { commandLine, largestProfile, missingBuild } from "../support/product.mjs";
import { inTurns, nodeProcess } from "../support/timing.mjs";

export const row = {
  what: "show of the largest sample, whole process",
  against: "node -e 0",
  aim: { ratio: 2.3 },
  missing: missingBuild,
  measure: () =>
    inTurns(21, nodeProcess([commandLine, "show", largestProfile(), "--json"]), nodeProcess(["-e", "0"])),
};
