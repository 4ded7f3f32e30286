export type ShortcutAction =
  | "screen-1"
  | "screen-2"
  | "screen-3"
  | "open"
  | "search"
  | "undo"
  | "redo"
  | "test-oidc"
  | "test-ropg"
  | "test-both"
  | "stop";

/** What of a key press decides: the physical key for digits (⌥1 types another character on a Mac), else the character. */
export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/**
 * The action a key press stands for, or null. ⌘ and Ctrl are the same key here; ⌥ with a digit also changes the
 * screen, because browsers keep ⌘1 for their tabs.
 *
 * @param isTyping true while a text field has the focus: undo, redo and ⌥ digits are the field's own there.
 */
export function matchShortcut(press: KeyPress, isTyping: boolean): ShortcutAction | null {
  const mod = press.metaKey || press.ctrlKey;
  if (press.key === "Escape" && !mod && !press.altKey && !press.shiftKey) {
    return "stop";
  }
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  if (digit !== undefined && !press.shiftKey) {
    return matchDigit(digit, mod, press.altKey, isTyping);
  }
  if (!mod || press.altKey) {
    return null;
  }
  const key = press.key.toLowerCase();
  if (key === "o" && !press.shiftKey) return "open";
  if (key === "r" && !press.shiftKey) return "test-both";
  if (key === "f" && !press.shiftKey) return "search";
  if (key === "." && !press.shiftKey) return "stop";
  if (key === "z" && !isTyping) return press.shiftKey ? "redo" : "undo";
  return null;
}

function matchDigit(digit: string, mod: boolean, alt: boolean, isTyping: boolean): ShortcutAction | null {
  if (mod && alt) {
    return digit === "1" ? "test-oidc" : digit === "2" ? "test-ropg" : null;
  }
  if (!mod && (!alt || isTyping)) {
    return null;
  }
  return digit === "1" ? "screen-1" : digit === "2" ? "screen-2" : digit === "3" ? "screen-3" : null;
}
