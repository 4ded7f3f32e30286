import { spawn } from "node:child_process";

/**
 * Runs the app in Electron and waits until its last window is closed.
 *
 * @param appFolder the folder whose package.json names the built entry
 * @returns the exit code of the app, or null when it could not be started at all
 */
export function openElectron(executable: string, appFolder: string): Promise<number | null> {
  // Set, even to nothing, it would turn Electron into a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  return new Promise((resolve) => {
    const app = spawn(executable, [appFolder], { stdio: "inherit", env: environment });
    app.once("error", () => resolve(null));
    app.once("exit", (code) => resolve(code ?? 1));
  });
}
