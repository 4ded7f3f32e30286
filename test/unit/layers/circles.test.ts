import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const workshop = mkdtempSync(join(tmpdir(), "latchkey-circles-"));
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

type Rules = { readonly linter: { readonly rules: { readonly suspicious: Record<string, unknown> } } };

/** What the linter says, under this project's own rule about circles, of files that import each other. */
function lintPlanted(files: Readonly<Record<string, string>>): string {
  const { linter } = JSON.parse(readFileSync(join(root, "biome.json"), "utf8")) as Rules;
  const { noImportCycles } = linter.rules.suspicious;
  const folder = mkdtempSync(join(workshop, "case-"));
  const rules = { preset: "none", suspicious: { noImportCycles } };
  writeFileSync(join(folder, "biome.json"), JSON.stringify({ root: true, linter: { rules } }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const biome = join(root, "node_modules/.bin/biome");
  const { status, stdout, stderr } = spawnSync(biome, ["lint", "."], { cwd: folder, encoding: "utf8" });
  return `${status} ${stdout}${stderr}`;
}

describe("a planted circle of files fails the linter", () => {
  it("of types alone", () => {
    const said = lintPlanted({
      "a.ts": 'import type { B } from "./b.ts";\nexport type A = { b: B };\n',
      "b.ts": 'import type { A } from "./a.ts";\nexport type B = { a: A };\n',
    });
    expect(said).toContain("noImportCycles");
    expect(said).toMatch(/^1 /);
  });

  it("and a line of files does not, so the case above fails for the right reason", () => {
    const said = lintPlanted({
      "a.ts": 'import type { B } from "./b.ts";\nexport type A = { b: B };\n',
      "b.ts": "export type B = { readonly name: string };\n",
    });
    expect(said).toMatch(/^0 /);
  });
});
