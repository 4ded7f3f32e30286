import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type Page } from "playwright";
import type { RunningApp } from "../../electron-stand-in/launch.ts";
import type { ElectronModule } from "../../electron-stand-in/main/electron-module.ts";

/** Path of an Electron binary to run the specs on; null runs them on the stand-in. */
export const realElectron: string | null = process.env["LATCHKEY_TEST_ELECTRON"] || null;

/** @throws where the specs run on the stand-in */
function binary(): string {
  if (realElectron === null) throw new Error("LATCHKEY_TEST_ELECTRON names no Electron.");
  return realElectron;
}

/**
 * Starts an app, by its folder or its main file, on a real Electron.
 *
 * @param over user data of an app that has ended; null makes some for this one
 */
export async function launchElectron(
  appPath: string,
  args: readonly string[],
  over: string | null,
): Promise<RunningApp> {
  const userData = over ?? (await mkdtemp(join(tmpdir(), "latchkey-user-data-")));
  const app = await _electron.launch({
    executablePath: binary(),
    args: [appPath, `--user-data-dir=${userData}`, ...args],
    env: environment(),
    // As on a person's machine; Playwright would turn the sandbox off.
    chromiumSandbox: true,
  });
  const child = app.process();
  const pages: Page[] = app.windows();
  app.on("window", (page) => pages.push(page));
  return {
    userData,
    evaluate: <R, A>(fn: (electron: ElectronModule, argument: A) => R | Promise<R>, argument?: A) =>
      // The stand-in's module is a part of what Electron gives; Playwright types the argument in a form of its own.
      app.evaluate(fn as never, argument as never) as Promise<R>,
    page: async (index = 0) => {
      for (;;) {
        const page = pages[index];
        if (page !== undefined) return page;
        await app.waitForEvent("window");
      }
    },
    untilExit: async () => {
      if (child.exitCode === null) await once(child, "exit");
      return child.exitCode;
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
    close: async () => {
      // The question about unsaved changes is for people.
      await app
        .evaluate(({ BrowserWindow }) => {
          for (const window of BrowserWindow.getAllWindows()) window.destroy();
        })
        .catch(() => undefined);
      await app.close();
      if (over === null) await rm(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}

/** Starts a second instance over the user data of a first and waits for its end. */
export async function startSecondElectron(
  appPath: string,
  first: RunningApp,
  args: readonly string[],
): Promise<number | null> {
  const child = spawn(binary(), [appPath, `--user-data-dir=${first.userData}`, ...args], {
    stdio: "ignore",
    env: environment(),
  });
  await once(child, "exit");
  return child.exitCode;
}

/** Without `ELECTRON_RUN_AS_NODE`: even an empty value makes Electron a plain Node. */
function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => name !== "ELECTRON_RUN_AS_NODE");
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? ""]));
}
