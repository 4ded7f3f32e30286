import { type CommandId, commandIds, commandOf } from "../../preload/contract.ts";

/** What of a key press decides: the physical key for digits and ⌥ (⌥1 types another character on a Mac), else the character. */
export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/** Keys that mean the app while a text field has the focus although no ⌘ or Ctrl is held. */
const everywhere: ReadonlySet<string> = new Set(["esc", "F8", "shift+F8"]);

/**
 * The command a key press stands for, or null. ⌘ and Ctrl are the same key here; ⌥ stands in for what browsers keep for
 * themselves: ⌘1 for their tabs, ⌘D for bookmarks, ⌃Tab.
 *
 * @param isTyping true while a text field has the focus: undo, redo, ⌥ and ? are the field's own there.
 */
export function matchShortcut(press: KeyPress, isTyping: boolean): CommandId | null {
  const found = commandIds.find((id) => {
    const { keys, inBrowser } = commandOf(id);
    const all = inBrowser === undefined ? keys : [...keys, inBrowser];
    return all.some((shortcut) => isPressed(shortcut, press));
  });
  return found === undefined || (isTyping && belongsToField(found, press)) ? null : found;
}

function belongsToField(id: CommandId, { metaKey, ctrlKey }: KeyPress): boolean {
  if (id === "undo" || id === "redo") return true;
  return !metaKey && !ctrlKey && !commandOf(id).keys.some((shortcut) => everywhere.has(shortcut));
}

function isPressed(shortcut: string, press: KeyPress): boolean {
  const keys = shortcut.split("+");
  const last = keys.at(-1) ?? "";
  const wants = (modifier: string) => keys.includes(modifier);
  // A question mark is shifted on most keyboards, and on some it is not.
  if (last === "?") return press.key === "?" && !press.metaKey && !press.ctrlKey && !press.altKey;
  const isHeld = wants("ctrl")
    ? press.ctrlKey && !press.metaKey
    : (press.metaKey || press.ctrlKey) === wants("mod");
  return (
    isHeld &&
    press.altKey === wants("alt") &&
    press.shiftKey === wants("shift") &&
    isKey(last, press, wants("alt"))
  );
}

function isKey(key: string, press: KeyPress, isWithAlt: boolean): boolean {
  if (/^\d$/.test(key)) return press.code === `Digit${key}` || press.code === `Numpad${key}`;
  // ⌥ with a letter types a character on a Mac, so the key itself is read.
  if (isWithAlt && /^[a-z]$/.test(key)) return press.code === `Key${key.toUpperCase()}`;
  return press.key.toLowerCase() === (key === "esc" ? "escape" : key.toLowerCase());
}
