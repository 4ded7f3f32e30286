import { commandLine, largestProfile, missingCommand } from "../support/product.mjs";
import { inTurns, nodeProcess } from "../support/timing.mjs";

export const row = {
  what: "lint of the largest sample, whole process",
  against: "node -e 0",
  aim: { ratio: 3 },
  missing: () => missingCommand("lint"),
  // Findings of severity error end with 1; the run is as good.
  measure: () =>
    inTurns(
      21,
      nodeProcess([commandLine, "lint", largestProfile(), "--json"], [0, 1]),
      nodeProcess(["-e", "0"]),
    ),
};
