/** Menus of the menu bar that hold commands of ours. */
export type CommandMenu = "file" | "edit" | "view" | "test" | "help";

/** What has to be so before a command does anything. */
export type CommandNeed = "nothing" | "profile" | "no run" | "run";

/** One thing that a menu, a key or a button can ask for. */
export type Command = {
  /** As menus name it; where the system has words of its own, the role's are shown. */
  readonly label: string;
  /** Written as `mod+shift+p` (`mod`: ⌘ on a Mac, Ctrl elsewhere); the first is the one that is shown. */
  readonly keys: readonly string[];
  /** What stands in where a browser keeps the keys for itself. */
  readonly inBrowser?: string;
  /** Its menu, and the part of it between two lines; commands stand in the order of the list. */
  readonly menu?: readonly [menu: CommandMenu, part: number];
  readonly needs: CommandNeed;
};

/**
 * Every command, once: the menu bar, the shortcuts, the Keyboard dialog and the keys that buttons announce derive from
 * this list. What a command does is said where the page is put together (`renderer/app/commands.ts`).
 */
export const commands = {
  new: {
    label: "New from Template…",
    keys: ["mod+n"],
    inBrowser: "alt+n",
    menu: ["file", 0],
    needs: "nothing",
  },
  open: { label: "Open…", keys: ["mod+o"], menu: ["file", 0], needs: "nothing" },
  signatures: { label: "Check Signatures…", keys: [], menu: ["file", 0], needs: "nothing" },
  save: { label: "Save", keys: ["mod+s"], menu: ["file", 1], needs: "profile" },
  "save-as": { label: "Save As…", keys: ["mod+shift+s"], menu: ["file", 1], needs: "profile" },
  duplicate: { label: "Duplicate", keys: [], menu: ["file", 1], needs: "profile" },
  revert: { label: "Revert to Saved", keys: [], menu: ["file", 1], needs: "profile" },
  "compare-profile": {
    label: "Compare Profile…",
    keys: ["mod+shift+d"],
    inBrowser: "alt+shift+d",
    menu: ["file", 1],
    needs: "profile",
  },
  undo: { label: "Undo", keys: ["mod+z"], menu: ["edit", 0], needs: "profile" },
  redo: { label: "Redo", keys: ["mod+shift+z"], menu: ["edit", 0], needs: "profile" },
  profile: { label: "Profile", keys: ["mod+1"], inBrowser: "alt+1", menu: ["view", 0], needs: "profile" },
  test: { label: "Test", keys: ["mod+2"], inBrowser: "alt+2", menu: ["view", 0], needs: "profile" },
  "conditional-access": {
    label: "Conditional Access",
    keys: ["mod+3"],
    inBrowser: "alt+3",
    menu: ["view", 0],
    needs: "profile",
  },
  "sign-ins": {
    label: "Sign-ins",
    keys: ["mod+4"],
    inBrowser: "alt+4",
    menu: ["view", 0],
    needs: "nothing",
  },
  "set-up": { label: "Set Up", keys: ["mod+5"], inBrowser: "alt+5", menu: ["view", 0], needs: "profile" },
  export: { label: "Export", keys: ["mod+6"], inBrowser: "alt+6", menu: ["view", 0], needs: "profile" },
  "test-both": { label: "Test Both", keys: ["mod+r"], menu: ["test", 0], needs: "profile" },
  "test-oidc": { label: "Test OIDC", keys: ["mod+alt+1"], menu: ["test", 0], needs: "profile" },
  "test-ropg": { label: "Test ROPG", keys: ["mod+alt+2"], menu: ["test", 0], needs: "profile" },
  stop: { label: "Stop", keys: ["mod+.", "esc"], menu: ["test", 0], needs: "run" },
  compare: {
    label: "Compare Runs",
    keys: ["mod+d"],
    inBrowser: "alt+d",
    menu: ["test", 1],
    needs: "profile",
  },
  explain: {
    label: "Explain an Error",
    keys: ["mod+e"],
    inBrowser: "alt+e",
    menu: ["test", 1],
    needs: "nothing",
  },
  practice: {
    label: "Practice Tenant",
    keys: ["mod+shift+p"],
    inBrowser: "alt+p",
    menu: ["test", 2],
    needs: "no run",
  },
  keyboard: { label: "Keyboard Shortcuts", keys: ["?"], menu: ["help", 0], needs: "nothing" },
  search: { label: "Search", keys: ["mod+f"], needs: "nothing" },
  "next-tab": { label: "Next Tab", keys: ["ctrl+Tab"], inBrowser: "alt+t", needs: "profile" },
  "previous-tab": {
    label: "Previous Tab",
    keys: ["ctrl+shift+Tab"],
    inBrowser: "alt+shift+t",
    needs: "profile",
  },
  "next-finding": { label: "Next Finding", keys: ["F8"], needs: "nothing" },
  "previous-finding": { label: "Previous Finding", keys: ["shift+F8"], needs: "nothing" },
  "apply-fix": { label: "Apply the Fix", keys: ["mod+Enter"], needs: "nothing" },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandId = keyof typeof commands;

/** A command by its id. */
export function commandOf(id: CommandId): Command {
  return commands[id];
}

/** Ids of all commands, in the order of the list. */
export const commandIds = Object.keys(commands) as readonly CommandId[];
