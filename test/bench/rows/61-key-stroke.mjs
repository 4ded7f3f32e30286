import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium } from "playwright";
import { importBundled } from "../support/bundle.mjs";
import { asXml, fullProfile } from "../support/full-profile.mjs";
import { commandLine, missingBuild, workFolder } from "../support/product.mjs";

const strokes = 20;
/** The first ones compile what the others run. */
const warmUp = 4;

/**
 * The longest task of the page's main thread, from the browser's own trace: while a person types in a field, sign by sign, and where
 * each stroke is stored at once, with the new view and its findings that come back.
 */
export const rows = [
  {
    what: "longest task after a key stroke in a 120-key profile with findings",
    aim: { ms: 50 },
    missing: missingBuild,
    measure: () => measure(async (page) => page.keyboard.type("x")),
  },
  {
    what: "the same where the stroke is stored: a new view, its findings",
    aim: { ms: 50 },
    missing: missingBuild,
    measure: () =>
      measure(async (page) => {
        await page.keyboard.type("x");
        await page.keyboard.press("Enter");
      }),
  },
];

async function measure(stroke) {
  const { findBrowser } = await importBundled("test/e2e/support/find-browser.ts");
  const { executablePath, args, environment } = await findBrowser();
  const app = await startApp();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...environment } });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await openProfile(page, app.url);
    for (let count = 0; count < warmUp; count += 1) await settled(page, stroke);
    await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "__metadata"] });
    for (let count = 0; count < strokes; count += 1) await settled(page, stroke);
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
    return { ours: longestTask(traceEvents) };
  } finally {
    await browser.close();
    app.kill();
    await once(app, "exit");
  }
}

/** The app in a home of its own, with the address that it prints. */
async function startApp() {
  const home = workFolder();
  const app = spawn(process.execPath, [commandLine, "app", "--browser", "--no-open"], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, HOME: home, USERPROFILE: home },
  });
  for await (const line of createInterface({ input: app.stdout })) {
    const url = / at (http\S+)/.exec(line)?.[1];
    if (url !== undefined) return Object.assign(app, { url });
  }
  throw new Error("The app ended before it was ready.");
}

async function openProfile(page, url) {
  await page.goto(url);
  const chooser = page.waitForEvent("filechooser");
  await page
    .getByRole("navigation", { name: "Start" })
    .getByRole("button", { name: /Open a profile/ })
    .click();
  const buffer = Buffer.from(asXml(fullProfile(120)));
  await (await chooser).setFiles({ name: "full.mobileconfig", mimeType: "application/xml", buffer });
  await page.getByRole("tab", { name: /^Login/ }).click();
  await page.getByRole("region", { name: "Findings" }).getByRole("listitem").first().waitFor();
  const field = page.locator(".profile-form .key-row .typed:not(.typed-number) input").first();
  await field.focus();
  await field.press("End");
}

/** One stroke, and the page at rest after it. */
async function settled(page, stroke) {
  await stroke(page);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        // What comes of a stroke comes within this time on any machine that people work on; what comes later is in the trace as well.
        setTimeout(() => requestIdleCallback(resolve), 250);
      }),
  );
}

/** In milliseconds, of the main threads of pages. */
function longestTask(events) {
  const isMain = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(
    ({ name, pid, tid, dur }) =>
      (name === "RunTask" || name === "ThreadControllerImpl::RunTask") &&
      dur !== undefined &&
      isMain.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error("The trace holds no task of a page.");
  return Math.max(...tasks.map(({ dur }) => dur)) / 1000;
}
