/**
 * The parts of every window's preferences that are never loosened; Electron's defaults, stated so that a test can see them.
 *
 * @param isPackaged what ships has no DevTools: they would show what is typed
 */
export function safeWebPreferences(isPackaged: boolean) {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    devTools: !isPackaged,
    // The spell checker downloads its word lists, and would see passwords.
    spellcheck: false,
  } as const satisfies Electron.WebPreferences;
}

/** Options of the app's one window: 1280 × 820 at first, 1024 × 640 at least. */
export function mainWindowOptions(look: {
  readonly platform: NodeJS.Platform;
  readonly preload: string;
  readonly dark: boolean;
  readonly isPackaged: boolean;
}): Electron.BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 820,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: "Latchkey",
    // Shown until the page has painted; the window colour of the style sheet, so nothing flashes.
    backgroundColor: look.dark ? "#1d1d1f" : "#ffffff",
    // In the middle of the side bar's first row, which is 44 high and begins 8 below the edge.
    ...(look.platform === "darwin"
      ? { titleBarStyle: "hidden", trafficLightPosition: { x: 19, y: 23 } }
      : { autoHideMenuBar: false }),
    webPreferences: { ...safeWebPreferences(look.isPackaged), preload: look.preload },
  };
}
