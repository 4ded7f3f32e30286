/**
 * Switches of Chromium that the packaged app does not start with. The first two let any process of the same person read what is
 * typed and held here; the last lets the page of one site read another's. No fuse is for these; `--inspect` has
 * one, and `NODE_OPTIONS` another. Switches that weaken TLS are refused with each request (`core/oidc/tls-checks.ts`).
 *
 * `no-sandbox` is not among them: some Linux systems leave no other way to start, and their packages add it.
 */
const refused = ["remote-debugging-port", "remote-debugging-pipe", "disable-web-security"] as const;

/**
 * Looks for switches that the packaged app refuses, and takes them off Chromium's command line, so that they have no effect even
 * while the app ends. Has to be called before the app is ready. Chromium's own reading decides, since a switch may be
 * written in more than one way.
 *
 * @returns one line that says why the app does not start; null when it may
 */
export function refuseSwitches(
  app: Pick<Electron.App, "isPackaged"> & {
    readonly commandLine: Pick<Electron.CommandLine, "hasSwitch" | "removeSwitch">;
  },
): string | null {
  if (!app.isPackaged) return null;
  const found = refused.filter((name) => app.commandLine.hasSwitch(name));
  if (found.length === 0) return null;
  for (const name of found) app.commandLine.removeSwitch(name);
  const names = found.map((name) => `--${name}`).join(" and ");
  return `Latchkey does not start with ${names}, because passwords are typed into it. Start it without.`;
}
