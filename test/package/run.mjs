/**
 * Packs the built app on an Electron that is at hand, and looks at it from outside: what is inside, its fuses, and whether it
 * starts as a person starts it.
 *
 *     LATCHKEY_TEST_ELECTRON_DIST=FOLDER npm run test:package
 *
 * FOLDER holds an unpacked Electron for Linux whose binary is called `electron`. Nothing in what ships knows of this test. The
 * picture of the first screen goes to .cache/package. Exit code 2, with a line for each thing, when something is
 * missing that the test needs.
 */
import { spawnSync } from "node:child_process";
import { chmod, cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missing } from "./missing.mjs";

const root = join(import.meta.dirname, "../..");
const given = process.env["LATCHKEY_TEST_ELECTRON_DIST"] ?? "";

const lacking = missing(root, given);
for (const line of lacking) process.stderr.write(`test:package: ${line}\n`);
process.exitCode = lacking.length > 0 ? 2 : await run();

async function run() {
  const folder = await mkdtemp(join(tmpdir(), "latchkey-package-"));
  try {
    // Somebody without rights has to get in.
    await chmod(folder, 0o755);
    const electron = await copyElectron(join(folder, "electron"));
    const code = tool("electron-builder", [
      ...["--linux", "dir", "--publish", "never"],
      `-c.electronDist=${electron}`,
      `-c.electronVersion=${await versionOf(electron)}`,
      `-c.directories.output=${join(folder, "release")}`,
    ]);
    if (code !== 0) return code;
    return tool(
      "vitest",
      ["run", "--project", "package", "--no-file-parallelism", ...process.argv.slice(2)],
      {
        LATCHKEY_TEST_PACKAGE: join(folder, "release/linux-unpacked"),
        LATCHKEY_TEST_PACKAGE_ELECTRON: electron,
      },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An Electron as it is downloaded: what it would run by itself stays behind. electron-builder changes files where they are. */
async function copyElectron(to) {
  const resources = join(given, "resources");
  await cp(given, to, { recursive: true, filter: (path) => !path.startsWith(join(resources, "/")) });
  return to;
}

/** The file that a download brings along says it; else the binary is asked. */
async function versionOf(electron) {
  const written = await readFile(join(electron, "version"), "utf8").catch(() => "");
  if (written.trim() !== "") return written.trim().replace(/^v/, "");
  const asked = spawnSync(join(electron, "electron"), ["-p", "process.versions.electron"], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
    encoding: "utf8",
  });
  return asked.stdout.trim();
}

/** Runs one of the project's tools; gives back its exit code. */
function tool(name, args, environment = {}) {
  const { status } = spawnSync(join(root, "node_modules/.bin", name), args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  return status ?? 1;
}
