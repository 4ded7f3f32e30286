import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");

/** A file planted in a layer's folder, and what the compiler must say about it. */
type Case = readonly [name: string, folder: string, source: string, complaint: RegExp];

const cases: readonly Case[] = [
  ["core uses Node", "main/core", 'import { readFile } from "node:fs"; readFile;', /TS2591|TS2307/],
  ["core uses the DOM", "main/core", "export const title = document.title;", /TS2584|TS2304/],
  ["core uses a clock", "main/core", "export const later = setTimeout;", /TS2304|TS2584|TS2591/],
  ["core uses the console", "main/core", 'console.log("");', /TS2584|TS2304/],
  ["core imports a shell", "main/core", 'export * from "../login/stub.ts";', /TS6307/],
  ["the contract imports a shell", "preload/contract", 'export * from "../../main/login/stub.ts";', /TS6307/],
  ["the page uses Node", "renderer", 'import { readFile } from "node:fs"; readFile;', /TS2591|TS2307/],
  ["the page imports main", "renderer", 'export * from "../main/login/stub.ts";', /TS6307/],
  ["main uses the DOM", "main/login", "export const title = document.title;", /TS2584|TS2304/],
  ["main imports the page", "main/login", 'export * from "../../renderer/stub.tsx";', /TS6307|TS6142/],
];

/** What the layers may do: the cases above fail for the right reason only if these do not. */
const right: readonly (readonly [name: string, folder: string, source: string])[] = [
  ["main imports core", "main/login", 'export * from "../core/stub.ts";'],
  ["main uses Node", "main/login", 'import { readFile } from "node:fs"; export const read = readFile;'],
  ["core imports core", "main/core", 'export * from "./stub.ts";'],
  ["core reads an address", "main/core", 'export const host = new URL("https://a.example").host;'],
  ["the page uses the DOM", "renderer", "export const title = document.title;"],
];

/** One file for every layer to be imported: what the layers really hold plays no part in what they may import. */
const stubs = [
  "main/core/stub.ts",
  "main/login/stub.ts",
  "preload/contract/stub.ts",
  "preload/electron/stub.ts",
  "preload/browser/stub.ts",
  "renderer/stub.tsx",
  "test/stub.ts",
];

let tree: string;
/** The compiler's lines, by the file that they are about; what is about no file stands under "". */
const complaints = new Map<string, string[]>();

const planted = (folder: string, list: "wrong" | "right", index: number) => `${folder}/${list}-${index}.ts`;

/** Copies a `tsconfig.json` as it is, with what it extends and refers to: the layers' own options decide. */
function copyConfig(path: string, copied = new Set<string>()): void {
  if (copied.has(path)) return;
  copied.add(path);
  const config: { extends?: string; references?: { path: string }[] } = JSON.parse(
    readFileSync(join(root, path), "utf8"),
  );
  write(path, readFileSync(join(root, path), "utf8"));
  if (config.extends !== undefined) copyConfig(join(dirname(path), config.extends), copied);
  for (const reference of config.references ?? []) {
    const target = join(dirname(path), reference.path);
    copyConfig(target.endsWith(".json") ? target : join(target, "tsconfig.json"), copied);
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "latchkey-layers-"));
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"), "junction");
  copyConfig("tsconfig.json");
  cpSync(join(root, "main/core/ambient.d.ts"), join(tree, "main/core/ambient.d.ts"));
  for (const path of stubs) write(path, "export const stub = 0;\n");
  for (const [index, [, folder, source]] of cases.entries()) write(planted(folder, "wrong", index), source);
  for (const [index, [, folder, source]] of right.entries()) write(planted(folder, "right", index), source);
  // One process for all: it builds what the layers refer to itself, so nothing that was built before plays a part.
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, "-b", "--pretty", "false"], {
    cwd: tree,
    encoding: "utf8",
  });
  for (const line of `${stdout}${stderr}`.split("\n").filter((text) => text.trim() !== "")) {
    const file = /^([^\s(][^(]*)\(\d+,\d+\): /.exec(line)?.[1]?.replaceAll("\\", "/") ?? "";
    complaints.set(file, [...(complaints.get(file) ?? []), line]);
  }
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const about = (path: string) => complaints.get(path)?.join("\n") ?? "";

describe("a wrong import does not compile", () => {
  it.each(cases.map((one, index) => [...one, index] as const))(
    "%s",
    (_name, folder, _source, complaint, index) => {
      expect(about(planted(folder, "wrong", index))).toMatch(complaint);
    },
  );
});

describe("a right import compiles, so the cases above fail for the right reason", () => {
  it.each(right.map((one, index) => [...one, index] as const))("%s", (_name, folder, _source, index) => {
    expect(about(planted(folder, "right", index))).toBe("");
  });

  it("nothing but the wrong imports is complained about", () => {
    const wrong = new Set(cases.map(([, folder], index) => planted(folder, "wrong", index)));
    expect([...complaints].filter(([file]) => !wrong.has(file))).toEqual([]);
  });
});
