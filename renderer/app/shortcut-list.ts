import { type CommandId, commandOf } from "../../preload/contract.ts";

/** One line of the Keyboard dialog. */
export type ShortcutLine = {
  readonly what: string;
  /** Written as `mod+shift+p`; more than one where several do the same or the opposite. */
  readonly keys: readonly string[];
  /** What stands in where a browser keeps the keys for itself. */
  readonly inBrowser: readonly string[];
};

export type ShortcutGroup = { readonly title: string; readonly lines: readonly ShortcutLine[] };

/** Every shortcut of the app, for the Keyboard dialog: those of the commands, and those of parts of the window. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: "Everywhere",
    lines: [
      ofCommands("Profile, Test, Set up, Export", "profile", "test", "set-up", "export"),
      ofCommands("Conditional Access, Sign-ins", "conditional-access", "sign-ins"),
      ofCommands("Open a profile", "open"),
      ofCommands("New from a template", "new"),
      ofCommands("Save, save as", "save", "save-as"),
      ofCommands("Undo, redo", "undo", "redo"),
      ofCommands("Search keys and meanings, policies, or sign-ins", "search"),
      ofCommands("Explain an error", "explain"),
      ofCommands("Next, previous finding", "next-finding", "previous-finding"),
      ofCommands("Apply its fix", "apply-fix"),
      ofPart("Next, previous part of the window", "F6", "shift+F6"),
      ofCommands("These shortcuts", "keyboard"),
    ],
  },
  {
    title: "Profile",
    lines: [
      ofCommands("Next, previous tab", "next-tab", "previous-tab"),
      ofCommands("Compare with the file, the last export, another file", "compare-profile"),
      ofPart("Store, take back what is typed in a field", "Return", "esc"),
    ],
  },
  {
    title: "Conditional Access",
    lines: [ofPart("Show a policy, close it", "Return", "esc"), ofPart("Try a policy off or on", "Space")],
  },
  {
    title: "Test",
    lines: [
      ofCommands("Test both", "test-both"),
      ofCommands("Test OIDC, Test ROPG", "test-oidc", "test-ropg"),
      ofCommands("Stop", "stop"),
      ofCommands("Practice tenant on, off", "practice"),
      ofPart("Mark a run, show it", "Space", "Return"),
      ofCommands("Compare the marked runs, or the shown one with the one before", "compare"),
    ],
  },
];

function ofCommands(what: string, ...ids: readonly CommandId[]): ShortcutLine {
  return {
    what,
    keys: ids.flatMap((id) => commandOf(id).keys),
    inBrowser: ids.flatMap((id) => commandOf(id).inBrowser ?? []),
  };
}

/** Keys that belong to a part of the window and are no command. */
function ofPart(what: string, ...keys: readonly string[]): ShortcutLine {
  return { what, keys, inBrowser: [] };
}
