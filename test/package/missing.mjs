import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * What the test of the package needs and does not find, one line each, with how to get it.
 *
 * @param {string} root the checkout
 * @param {string} electron the folder that LATCHKEY_TEST_ELECTRON_DIST names; empty when it is not set
 * @returns {string[]}
 */
export function missing(root, electron) {
  if (process.platform !== "linux") return ["the packaged app is started under Xvfb, so on Linux only."];
  const lines = [];
  if (electron === "") {
    lines.push("LATCHKEY_TEST_ELECTRON_DIST is not set: name a folder with an unpacked Electron for Linux.");
  } else if (!existsSync(join(electron, "electron"))) {
    lines.push(`${electron} has no file electron: unpack an Electron for Linux there.`);
  }
  if (!existsSync(join(root, "dist/main/index.js"))) lines.push("the app is not built: npm run build");
  for (const [program, packageName] of [
    ["Xvfb", "xvfb"],
    ["xwininfo", "x11-utils"],
  ]) {
    if (!isThere(program)) lines.push(`${program} is missing: apt-get install -y ${packageName}`);
  }
  const libraries = missingLibraries(join(electron, "electron"));
  if (libraries.length > 0) {
    const packages = "libgtk-3-0 libnss3 libgbm1 libasound2";
    lines.push(`${libraries.join(", ")} of Electron are missing: apt-get install -y ${packages}`);
  }
  return lines;
}

/** Shared libraries that the system's loader does not find; none where there is nothing to ask it about. */
function missingLibraries(binary) {
  const { stdout } = spawnSync("ldd", [binary], { encoding: "utf8" });
  return [...(stdout ?? "").matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name);
}

function isThere(program) {
  return spawnSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" }).status === 0;
}
