// `npm run test:electron`: the Electron specs on a real Electron, instead of the stand-in that `npm test` runs them on.
// The binary is the one that LATCHKEY_TEST_ELECTRON names, else the installed one; nothing is ever downloaded.
// Arguments go to Playwright: npm run test:electron -- conformance --workers 1
import { spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const require = createRequire(import.meta.url);

/** Gives the binary's path, or says in one line what is missing and how to get it. */
function findBinary(environment, platform, userId) {
  const named = environment.LATCHKEY_TEST_ELECTRON;
  const executable = named ? resolve(root, named) : installed();
  if (executable === null || !isExecutable(executable)) {
    return named
      ? {
          missing: `LATCHKEY_TEST_ELECTRON names ${named}, which is no program. Give it the path of an Electron binary.`,
        }
      : {
          missing:
            "Electron's binary is not installed. Run `npx install-electron`, or name one in LATCHKEY_TEST_ELECTRON.",
        };
  }
  if (platform === "linux" && !environment.DISPLAY && !environment.WAYLAND_DISPLAY) {
    return { missing: "There is no display for Electron. Run `xvfb-run -a npm run test:electron`." };
  }
  // Without its sandbox it would not be what people run.
  if (userId === 0) {
    return { missing: "Electron keeps its sandbox from root. Run `npm run test:electron` as another user." };
  }
  return { executable };
}

/** The binary of the npm package. To load the package would start a download where it is missing. */
function installed() {
  try {
    const folder = dirname(require.resolve("electron/package.json"));
    return join(folder, "dist", readFileSync(join(folder, "path.txt"), "utf8").trim());
  } catch {
    return null;
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const found = findBinary(process.env, process.platform, process.getuid?.());
if (found.missing !== undefined) {
  console.error(found.missing);
  process.exitCode = 1;
} else {
  const playwright = join(dirname(require.resolve("playwright/package.json")), "cli.js");
  const config = join(root, "test/e2e/playwright.config.ts");
  const { status } = spawnSync(
    process.execPath,
    [playwright, "test", "--config", config, "--project=electron", ...process.argv.slice(2)],
    { cwd: root, stdio: "inherit", env: { ...process.env, LATCHKEY_TEST_ELECTRON: found.executable } },
  );
  process.exitCode = status ?? 1;
}
