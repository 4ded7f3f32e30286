import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ListedFile, listAsar } from "./support/asar.ts";
import { listFolder } from "./support/files.ts";
import { configuredFuses, readFuses } from "./support/fuses.ts";
import { electronFolder, executable, packageFolder } from "./support/packaged-app.ts";

const root = join(import.meta.dirname, "../..");
const archive = join(packageFolder, "resources/app.asar");

/** What electron-builder does with files of Electron: the binary gets the app's name, the licence says whose it is. */
const renamed: Readonly<Record<string, string>> = { electron: "latchkey", LICENSE: "LICENSE.electron.txt" };

/** Brought by a download of Electron; electron-builder takes it away or leaves it, according to where Electron came from. */
const optional = "version";

/** What lies beside the archive, because the system loads it. */
const nativePart = /^node_modules\/@duckdb\/node-bindings-/;

/** The one dependency that is not bundled, and what it needs to find its native part. */
const isDuckDb = (path: string) => /^node_modules\/(@duckdb|detect-libc)\//.test(path);

const paths = (files: readonly ListedFile[]) => files.map(({ path }) => path);

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} kB`.padStart(9);

function print(title: string, files: readonly ListedFile[]): void {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const lines = files.map(({ path, bytes }) => `${kilobytes(bytes)}  ${path}`);
  console.log([`${title}: ${files.length} files`, ...lines, `${kilobytes(total)}  together`].join("\n"));
}

describe("the package", () => {
  it("holds the built app and package.json in its archive, DuckDB, and nothing else", async () => {
    const inside = await listAsar(archive, nativePart);
    print("app.asar", inside);
    const built = paths(await listFolder(join(root, "dist"))).map((path) => `dist/${path}`);
    const own = inside.filter(({ path }) => !isDuckDb(path));
    expect(paths(own)).toEqual([...built, "package.json"].sort());
    expect(paths(inside.filter(({ path }) => isDuckDb(path)))).toContain(
      "node_modules/@duckdb/node-api/lib/index.js",
    );
  });

  it("has in its archive the files as they were built", async () => {
    const sizes = new Map((await listAsar(archive, nativePart)).map(({ path, bytes }) => [path, bytes]));
    for (const { path, bytes } of await listFolder(join(root, "dist"))) {
      expect([path, sizes.get(`dist/${path}`)]).toEqual([path, bytes]);
    }
  });

  it("holds beside its archive what the Electron distribution holds, and nothing else", async () => {
    const all = (await listFolder(packageFolder)).filter(({ path }) => path !== "resources/app.asar");
    print("beside app.asar", all);
    const native = all.filter(({ path }) => path.startsWith("resources/app.asar.unpacked/"));
    expect(paths(native)).toContain(
      `resources/app.asar.unpacked/node_modules/@duckdb/node-bindings-linux-${process.arch}/duckdb.node`,
    );
    const beside = all.filter((file) => !native.includes(file));
    const electron = paths(await listFolder(electronFolder)).map((path) => renamed[path] ?? path);
    const without = (list: readonly string[]) => list.filter((path) => path !== optional).sort();
    expect(without(paths(beside))).toEqual(without(electron));
  });

  it("brings no file that runs with the rights of another user", async () => {
    const modes = await Promise.all(
      (await listFolder(packageFolder)).map(async ({ path }) => {
        const { mode } = await stat(join(packageFolder, path));
        return { path, special: mode & 0o7000 };
      }),
    );
    expect(modes.filter(({ special }) => special !== 0)).toEqual([]);
  });

  it("has the fuses that electron-builder.yml says, each named there", async () => {
    const configured = configuredFuses(await readFile(join(root, "electron-builder.yml"), "utf8"));
    const read = await readFuses(executable);
    console.log(
      Object.entries(read)
        .map(([name, on]) => `${on ? "on " : "off"}  ${name}`)
        .join("\n"),
    );
    expect(read).toEqual(configured);
  });
});
