import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
mkdirSync(join(root, ".cache"), { recursive: true });
const workshop = mkdtempSync(join(root, ".cache", "wrong-imports-"));
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

/** Compiles one file as if it stood in a layer: same options, same references. */
function compileAs(layer: string, source: string): string {
  const configFile = join(root, layer);
  const config = JSON.parse(readFileSync(configFile, "utf8")) as {
    references?: { path: string }[];
    compilerOptions: Record<string, unknown>;
  };
  const folder = mkdtempSync(join(workshop, "case-"));
  writeFileSync(join(folder, "wrong.ts"), source);
  const references = (config.references ?? []).map(({ path }) => ({
    path: relative(folder, resolve(dirname(configFile), path)),
  }));
  const compilerOptions = {
    rootDir: relative(folder, root),
    outDir: "out",
    tsBuildInfoFile: "out/info",
    noUnusedLocals: false,
  };
  const ambient = layer.startsWith("main/core")
    ? [relative(folder, join(root, "main/core/ambient.d.ts"))]
    : [];
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: relative(folder, configFile),
      compilerOptions,
      references,
      include: ["wrong.ts", ...ambient],
    }),
  );
  try {
    execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}

const up = "../../..";
const cases: readonly [name: string, layer: string, source: string, complaint: RegExp][] = [
  [
    "core uses Node",
    "main/core/tsconfig.json",
    'import { readFile } from "node:fs"; readFile;',
    /TS2591|TS2307/,
  ],
  ["core uses the DOM", "main/core/tsconfig.json", "export const title = document.title;", /TS2584|TS2304/],
  [
    "core uses a clock",
    "main/core/tsconfig.json",
    "export const later = setTimeout;",
    /TS2304|TS2584|TS2591/,
  ],
  ["core uses the console", "main/core/tsconfig.json", 'console.log("");', /TS2584|TS2304/],
  ["core imports a shell", "main/core/tsconfig.json", `export * from "${up}/main/login/ports.ts";`, /TS6307/],
  [
    "the contract imports a shell",
    "preload/tsconfig.json",
    `export * from "${up}/main/hosts/shared/ports.ts";`,
    /TS6307/,
  ],
  [
    "the page uses Node",
    "renderer/tsconfig.json",
    'import { readFile } from "node:fs"; readFile;',
    /TS2591|TS2307/,
  ],
  [
    "the page imports main",
    "renderer/tsconfig.json",
    `export * from "${up}/main/hosts/shared/ports.ts";`,
    /TS6307/,
  ],
  ["main uses the DOM", "main/tsconfig.json", "export const title = document.title;", /TS2584|TS2304/],
  [
    "main imports the page",
    "main/tsconfig.json",
    `export * from "${up}/renderer/main.tsx";`,
    /TS6307|TS6142/,
  ],
];

describe("a wrong import does not compile", () => {
  it.each(cases)("%s", (_name, layer, source, complaint) => {
    expect(compileAs(layer, source)).toMatch(complaint);
  });

  it("a right import compiles, so the cases above fail for the right reason", () => {
    expect(
      compileAs("main/core/tsconfig.json", `export { succeed } from "${up}/main/core/problem.ts";`),
    ).toMatch(/TS6307/);
    expect(compileAs("main/tsconfig.json", `export { succeed } from "${up}/main/core/problem.ts";`)).toBe("");
    expect(
      compileAs("main/core/tsconfig.json", 'export const host = new URL("https://a.example").host;'),
    ).toBe("");
  });
});
