import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";

const parts = resolve(import.meta.dirname, "../../../dist/main/chunks");

/** Parts are loaded when they are needed, so one that does not load would only be missed by whoever needs it. */
it("every part of the built main side loads", () => {
  const addresses = readdirSync(parts)
    .filter((name) => name.endsWith(".js"))
    .map((name) => pathToFileURL(join(parts, name)).href);
  expect(addresses.length).toBeGreaterThan(20);
  const script = `
    const broken = [];
    for (const address of ${JSON.stringify(addresses)}) {
      await import(address).catch((error) => broken.push(address + ": " + error.message));
    }
    console.log(JSON.stringify(broken.filter((line) => !line.includes("'electron'"))));`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(JSON.parse(said)).toEqual([]);
});
