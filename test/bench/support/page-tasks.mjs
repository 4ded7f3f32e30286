import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium } from "playwright";
import { importBundled } from "./bundle.mjs";
import { commandLine, workFolder } from "./product.mjs";

const strokes = 20;
/** The first ones compile what the others run. */
const warmUp = 4;

/**
 * The longest task of the page's main thread while a person does something again and again, from the browser's own trace.
 *
 * @param open brings the page to where it is done; gets the page and the address of the app
 * @param stroke does it once
 */
export async function longestTaskOf(open, stroke) {
  const { findBrowser } = await importBundled("test/e2e/support/find-browser.ts");
  const { executablePath, args, environment } = await findBrowser();
  const app = await startApp();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...environment } });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await open(page, app.url);
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
