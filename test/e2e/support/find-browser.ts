import { access, constants } from "node:fs/promises";
import { chromium } from "playwright";
import { hasPackagedChromium, packagedChromium } from "./packaged-chromium.ts";

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
 * Finds a browser: `LATCHKEY_TEST_BROWSER`, an installed Chrome, Chromium or Edge, Playwright's own, on Linux one that
 * an npm package carries, which is fetched when it is first needed. `LATCHKEY_TEST_BROWSER=packaged` takes the last.
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
  if (hasPackagedChromium && asked === undefined) return packagedChromium();
  throw new Error(
    "No browser was found for the end-to-end tests. Install Google Chrome, or run: npx playwright install chromium",
  );
}

/** Chromium refuses its sandbox to root. */
function sandboxArgs(): readonly string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
