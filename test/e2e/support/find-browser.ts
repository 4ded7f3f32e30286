import { execFile } from "node:child_process";
import { access, constants, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright";

/** A Chromium that tests can drive. `environment` goes to its process, `args` to its command line. */
export type FoundBrowser = {
  readonly name: string;
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
};

const installed: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
  linux: [
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/microsoft-edge",
    "/snap/bin/chromium",
  ],
};

/**
 * Finds a browser: `LATCHKEY_TEST_BROWSER`, an installed Chrome, Chromium or Edge, Playwright's own, on Linux the one
 * inside the npm package `@sparticuz/chromium`.
 *
 * @throws when there is none; the message says what to install
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const asked = process.env["LATCHKEY_TEST_BROWSER"];
  if (asked === "packaged") return packagedChromium();
  const candidates =
    asked === undefined ? [...(installed[process.platform] ?? []), chromium.executablePath()] : [asked];
  for (const executablePath of candidates) {
    if (await isExecutable(executablePath))
      return { name: executablePath, executablePath, args: sandboxArgs(), environment: {} };
  }
  if (process.platform === "linux" && asked === undefined) return packagedChromium();
  throw new Error(
    "No browser was found for the end-to-end tests. Install Google Chrome, or run: npx playwright install chromium",
  );
}

/** Chromium refuses its sandbox to root. */
function sandboxArgs(): readonly string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` once. The package launches whatever lies at `$TMPDIR/chromium`, so it
 * is given a private folder; told that it runs on Amazon Linux it also unpacks the libraries that a bare machine lacks.
 */
async function packagedChromium(): Promise<FoundBrowser> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const home = resolve(import.meta.dirname, "../../../.cache/packaged-chromium");
  if (!(await isExecutable(join(home, "chromium")))) await unpack(entry, home);
  return {
    name: "@sparticuz/chromium",
    executablePath: join(home, "chromium"),
    args: ["--no-sandbox", "--no-zygote", "--disable-gpu"],
    environment: { LD_LIBRARY_PATH: join(home, "al2023", "lib"), FONTCONFIG_PATH: join(home, "fonts") },
  };
}

async function unpack(entry: string, home: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  const draft = await mkdtemp(`${home}-`);
  const script = "import(process.argv[1]).then((m) => m.default.executablePath())";
  await promisify(execFile)(process.execPath, ["-e", script, entry], {
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
  });
  // The package's own file names folders of Amazon's; without a single font Chromium crashes on some pages.
  await writeFile(
    join(draft, "fonts", "fonts.conf"),
    `<?xml version="1.0"?><fontconfig><dir>${join(home, "fonts", "fonts")}</dir><cachedir>${join(home, "fonts-cache")}</cachedir></fontconfig>`,
  );
  await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }));
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
