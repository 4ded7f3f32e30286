import { resolve } from "node:path";

/** What a second start says: its arguments and the folder that relative paths among them belong to. */
export type SecondStart = (argv: readonly string[], folder: string) => void;

/**
 * Keeps the app to one process: a second start hands its arguments to the first and ends.
 *
 * @param onSecond called in the first process
 * @returns false in the second process, which has to quit
 */
export function isOnlyInstance(app: Electron.App, onSecond: SecondStart): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on("second-instance", (_event, argv, workingDirectory) => onSecond(argv, workingDirectory));
  return true;
}

const opened = /^[^-].*\.(?:mobileconfig|plist|(?:json|jsonl|ndjson|csv)(?:\.gz)?)$/i;

/**
 * The profile or the sign-in log that was handed over on the command line (Windows and Linux; macOS sends `open-file`).
 *
 * @returns its absolute path, null when there is none
 */
export function fileAmong(argv: readonly string[], folder: string): string | null {
  // Chromium puts switches of its own among them, in any order.
  const path = argv.slice(1).find((argument) => opened.test(argument));
  return path === undefined ? null : resolve(folder, path);
}
