import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type ChromiumCommand = {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** Goes to Chromium's environment, for one that brings its own libraries. */
  readonly environment: Readonly<Record<string, string>>;
};

export type ChromiumProcess = {
  /** `ws://127.0.0.1:…/devtools/browser/…`, once it can be spoken to. */
  readonly endpoint: Promise<string>;
  /** Resolves when it has ended. */
  readonly kill: () => Promise<void>;
};

const flags = [
  "--headless",
  "--remote-debugging-port=0",
  "--no-first-run",
  "--no-default-browser-check",
  "--hide-scrollbars",
  "--mute-audio",
  // Electron has no blocker; with one, the open handler is never asked about a script's pop-up.
  "--disable-popup-blocking",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-sync",
  "--password-store=basic",
  "--use-mock-keychain",
  "--force-color-profile=srgb",
  // One target per window keeps every frame's requests and contexts on one session.
  "--disable-site-isolation-trials",
  "--disable-features=BackForwardCache,IsolateOrigins,site-per-process,Translate,OptimizationHints,MediaRouter",
  // Tests stay closed off: no name resolves, only loopback answers.
  "--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE 127.0.0.1,EXCLUDE localhost",
];

/** Starts a headless Chromium with a fresh profile in `profile`; it can be killed at once and spoken to a little later. */
export function startChromium(command: ChromiumCommand, profile: string): ChromiumProcess {
  writePreferences(profile);
  const child = spawn(
    command.executablePath,
    [...command.args, ...flags, `--user-data-dir=${profile}`, "about:blank"],
    { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, ...command.environment } },
  );
  const endpoint = new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = /DevTools listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`Chromium ended with ${code} before it was ready:\n${said}`)),
    );
  });
  if (child.pid === undefined) throw new Error(`${command.executablePath} could not be started.`);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  // A worker that has gone leaves nothing behind.
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  return {
    endpoint,
    kill: () => {
      process.off("exit", kill);
      kill();
      return ended;
    },
  };
}

/**
 * Without this preference Chromium opens connections to where a form or script is about to navigate, veto or not, and
 * "nothing connected" could not be shown.
 */
function writePreferences(profile: string): void {
  const folder = join(profile, "Default");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "Preferences"), JSON.stringify({ net: { network_prediction_options: 2 } }));
}
