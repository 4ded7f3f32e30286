/** The one screen of the stand-in: a laptop's, with a menu bar. */
export const display = {
  bounds: { x: 0, y: 0, width: 1920, height: 1200 },
  workArea: { x: 0, y: 25, width: 1920, height: 1175 },
} as const satisfies Partial<Electron.Display>;

/** `screen` */
export function createScreen(): { readonly getDisplayMatching: () => Partial<Electron.Display> } {
  return { getDisplayMatching: () => display } satisfies { [K in keyof Electron.Screen]?: unknown };
}
