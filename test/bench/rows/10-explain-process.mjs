import { commandLine, missingBuild } from "../support/product.mjs";
import { inTurns, nodeProcess } from "../support/timing.mjs";

export const row = {
  what: "explain 50076, whole process",
  against: "node -e 0",
  aim: { ratio: 1.7 },
  missing: missingBuild,
  measure: () =>
    inTurns(21, nodeProcess([commandLine, "explain", "50076", "--json"]), nodeProcess(["-e", "0"])),
};
