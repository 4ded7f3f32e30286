import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const tests = join(import.meta.dirname, "..");

/** Only through `assertProperty` does a property run as often as its project asks for, and in soak at all. */
test("no property says itself how often it runs", () => {
  const own = readdirSync(tests, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("support"))
    .filter((path) => /\bfc\.(assert|check)\(|\bnum(?:Runs)\b/.test(readFileSync(join(tests, path), "utf8")));
  expect(own).toEqual([]);
});
