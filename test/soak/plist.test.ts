import fc from "fast-check";
import { describe, test } from "vitest";
import { anyBytes, damagedFiles, expectReadable } from "../unit/core/plist/fuzzing.ts";

/** Long runs of the short fuzz test, each with a seed of its own, which a failure prints. */
const runs = { numRuns: 500_000, interruptAfterTimeLimit: 1_200_000 };

describe("no file crashes the readers, in the long run", () => {
  test("damaged property lists", () => {
    fc.assert(fc.property(damagedFiles, expectReadable), runs);
  });

  test("any bytes", () => {
    fc.assert(fc.property(anyBytes, expectReadable), runs);
  });
});
