import type { ShortcutAction } from "./shortcuts.ts";

/** One line of the Keyboard dialog. */
export type ShortcutLine = {
  readonly what: string;
  /** Written as `mod+shift+p`; more than one where several do the same or the opposite. */
  readonly keys: readonly string[];
  /** What stands in where a browser keeps the keys for itself. */
  readonly inBrowser: readonly string[];
  /** What each of the keys does, in their order; empty for keys that belong to a part of the window. */
  readonly actions: readonly ShortcutAction[];
};

export type ShortcutGroup = { readonly title: string; readonly lines: readonly ShortcutLine[] };

/** Every shortcut of the app, for the Keyboard dialog. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: "Everywhere",
    lines: [
      line("Profile, Test, Export", ["mod+1", "mod+2", "mod+3"], ["screen-1", "screen-2", "screen-3"], {
        inBrowser: ["alt+1", "alt+2", "alt+3"],
      }),
      line("Open a profile", ["mod+o"], ["open"]),
      line("Undo, redo", ["mod+z", "mod+shift+z"], ["undo", "redo"]),
      line("Search keys and meanings", ["mod+f"], ["search"]),
      line("Explain an error", ["mod+e"], ["explain"], { inBrowser: ["alt+e"] }),
      line("Next, previous finding", ["F8", "shift+F8"], ["next-finding", "previous-finding"]),
      line("Apply its fix", ["mod+Enter"], ["apply-fix"]),
      line("Next, previous part of the window", ["F6", "shift+F6"], []),
      line("These shortcuts", ["?"], ["keyboard"]),
    ],
  },
  {
    title: "Profile",
    lines: [
      line("Next, previous tab", ["ctrl+Tab", "ctrl+shift+Tab"], ["next-tab", "previous-tab"], {
        inBrowser: ["alt+t", "alt+shift+t"],
      }),
      line("Store, take back what is typed in a field", ["Return", "esc"], []),
    ],
  },
  {
    title: "Test",
    lines: [
      line("Test both", ["mod+r"], ["test-both"]),
      line("Test OIDC, Test ROPG", ["mod+alt+1", "mod+alt+2"], ["test-oidc", "test-ropg"]),
      line("Stop", ["esc", "mod+."], ["stop", "stop"]),
      line("Practice tenant on, off", ["mod+shift+p"], ["practice"], { inBrowser: ["alt+p"] }),
      line("Mark a run, show it", ["Space", "Return"], []),
      line("Compare the marked runs, or the shown one with the one before", ["mod+d"], ["compare"], {
        inBrowser: ["alt+d"],
      }),
    ],
  },
];

function line(
  what: string,
  keys: readonly string[],
  actions: readonly ShortcutAction[],
  { inBrowser }: { readonly inBrowser: readonly string[] } = { inBrowser: [] },
): ShortcutLine {
  return { what, keys, inBrowser, actions };
}
