import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findElectron } from "../../../../main/hosts/launch/find-electron.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-electron-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const search = (
  environment: Record<string, string> = { DISPLAY: ":0" },
  platform: NodeJS.Platform = "linux",
) => findElectron({ from: join(folder, "app.js"), environment, platform });

/** A made-up electron package whose installer runs `installer`. */
function electronPackage(installer: string): string {
  const home = join(folder, "node_modules/electron");
  mkdirSync(join(home, "dist"), { recursive: true });
  writeFileSync(join(home, "package.json"), '{"name":"electron","version":"0.0.0"}');
  writeFileSync(join(home, "install.js"), installer);
  return home;
}

function putBinary(home: string): string {
  const executable = join(home, "dist", "electron");
  writeFileSync(executable, "");
  chmodSync(executable, 0o755);
  writeFileSync(join(home, "path.txt"), "electron");
  return executable;
}

it("finds a binary that is there, without running the installer", async () => {
  const executable = putBinary(electronPackage("throw new Error('must not run')"));
  expect(await search()).toEqual({ executable });
});

it("lets the installer fetch a missing binary", async () => {
  const home = electronPackage(`
    const fs = require("node:fs"), path = require("node:path");
    fs.writeFileSync(path.join(__dirname, "dist", "electron"), "");
    fs.writeFileSync(path.join(__dirname, "path.txt"), "electron");
  `);
  expect(await search()).toEqual({ executable: join(home, "dist", "electron") });
});

it("says so when the download fails", async () => {
  electronPackage("process.exit(1)");
  expect(await search()).toEqual({ missing: "Electron's binary could not be downloaded" });
});

it("says so when the installer claims success but brings nothing", async () => {
  electronPackage("");
  expect(await search()).toEqual({ missing: "Electron's binary is not there after its download" });
});

it("does not try at all on a Linux machine without a display", async () => {
  electronPackage("throw new Error('must not run')");
  expect(await search({})).toEqual({ missing: "this machine has no display" });
});

it("says so when the package is not installed", async () => {
  expect(await search()).toEqual({ missing: "the electron package is not installed" });
});
