import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../../..");

/** The built command line; whole-process rows run this file. */
export const commandLine = join(root, "dist/main/cli.js");

/** Says why a row that needs the build cannot run; null when it can. */
export function missingBuild() {
  return existsSync(commandLine) ? null : "dist/main/cli.js is not there: npm run build";
}

/** The same for a row that needs one command of it. */
export function missingCommand(name) {
  const build = missingBuild();
  if (build !== null) return build;
  const { status } = spawnSync(process.execPath, [commandLine, name, "--help"], { stdio: "ignore" });
  return status === 0 ? null : `the build has no command ${name}`;
}

const samples = resolve(root, "../shared/samples/profiles");

/** Path of the largest sample profile, or of one of the same size that is made here where there are no samples. */
export function largestProfile() {
  if (!existsSync(samples)) return madeProfile();
  const files = readdirSync(samples).filter((name) => /\.(mobileconfig|plist)$/.test(name));
  const sized = files.map((name) => ({
    path: join(samples, name),
    size: statSync(join(samples, name)).size,
  }));
  return sized.sort((a, b) => b.size - a.size)[0].path;
}

let allFolders = null;

/** A folder for one row's files; all of them are removed when the process ends. */
export function workFolder() {
  if (allFolders === null) {
    allFolders = mkdtempSync(join(tmpdir(), "latchkey-bench-"));
    process.on("exit", () => rmSync(allFolders, { recursive: true, force: true }));
  }
  return mkdtempSync(join(allFolders, "row-"));
}

function madeProfile() {
  const settings = Array.from(
    { length: 1200 },
    (_, index) => `<key>Setting${index}</key><string>${"value ".repeat(8)}</string>`,
  );
  const path = join(workFolder(), "com.jamf.connect.login.plist");
  writeFileSync(
    path,
    `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${settings.join("\n")}</dict></plist>\n`,
  );
  return path;
}
