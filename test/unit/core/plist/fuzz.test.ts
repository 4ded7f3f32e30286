import fc from "fast-check";
import { describe, test } from "vitest";
import { anyBytes, damagedFiles, expectReadable } from "./fuzzing.ts";

/** A short run for every change; `test/soak/plist.test.ts` runs the same for long. */
describe("no file crashes the readers", () => {
  test("damaged property lists", () => {
    fc.assert(fc.property(damagedFiles, expectReadable), { numRuns: 2000 });
  });

  test("any bytes", () => {
    fc.assert(fc.property(anyBytes, expectReadable), { numRuns: 2000 });
  });
});
