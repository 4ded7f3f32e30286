import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** `spec | title`, with NAME for what a loop puts into a title. */
function written(): readonly string[] {
  return readdirSync(join(root, "test/e2e"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".spec.ts"))
    .flatMap((file) => {
      const titles = readFileSync(join(root, "test/e2e", file), "utf8").matchAll(
        /\btest\(\s*(["`])(.+?)\1,/g,
      );
      const spec = basename(file, ".spec.ts");
      return [...titles].map(([, , title = ""]) => `${spec} | ${title.replace(/\$\{[^}]+\}/, "NAME")}`);
    })
    .toSorted();
}

function listed(): readonly string[] {
  const rows = readFileSync(join(root, "docs/end-to-end.md"), "utf8").matchAll(
    /^\| ([a-z-]+) \| ([^|]+) \|/gm,
  );
  return [...rows]
    .map(([, spec = "", title = ""]) => `${spec} | ${title.trim()}`)
    .filter((row) => row !== "spec | test")
    .toSorted();
}

test("the list of end-to-end tests names each of them, and no other", () => {
  expect(written().length).toBeGreaterThan(100);
  expect(listed()).toEqual(written());
});
