/**
 * Keeps the app to one process: a second start hands its arguments to the first and ends.
 *
 * @param onSecond called in the first process with the arguments of the second
 * @returns false in the second process, which has to quit
 */
export function isOnlyInstance(app: Electron.App, onSecond: (argv: readonly string[]) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on("second-instance", (_event, argv) => onSecond(argv));
  return true;
}

/** The profile that was handed over on the command line (Windows and Linux; macOS sends `open-file`). */
export function profileAmong(argv: readonly string[]): string | null {
  // Chromium puts switches of its own among them, in any order.
  return argv.slice(1).find((argument) => /^[^-].*\.(?:mobileconfig|plist)$/i.test(argument)) ?? null;
}
