export type ShortcutAction =
  | "screen-1"
  | "screen-2"
  | "screen-3"
  | "next-tab"
  | "previous-tab"
  | "open"
  | "search"
  | "undo"
  | "redo"
  | "test-oidc"
  | "test-ropg"
  | "test-both"
  | "stop"
  | "practice"
  | "compare"
  | "explain"
  | "next-finding"
  | "previous-finding"
  | "apply-fix"
  | "keyboard";

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
 * The action a key press stands for, or null. ⌘ and Ctrl are the same key here; ⌥ stands in for what browsers keep for
 * themselves: ⌘1 for their tabs, ⌘D for bookmarks, ⌃Tab.
 *
 * @param isTyping true while a text field has the focus: undo, redo, ⌥ and ? are the field's own there.
 */
export function matchShortcut(press: KeyPress, isTyping: boolean): ShortcutAction | null {
  const mod = press.metaKey || press.ctrlKey;
  if (press.key === "Escape" && !mod && !press.altKey && !press.shiftKey) {
    return "stop";
  }
  if (press.key === "Tab") {
    const isTurn = press.ctrlKey && !press.metaKey && !press.altKey;
    return isTurn ? turned(press.shiftKey) : null;
  }
  if (press.key === "F8" && !mod && !press.altKey) {
    return press.shiftKey ? "previous-finding" : "next-finding";
  }
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  if (digit !== undefined && !press.shiftKey) {
    return matchDigit(digit, mod, press.altKey, isTyping);
  }
  if (mod) {
    return press.altKey ? null : matchLetter(press.key.toLowerCase(), press.shiftKey, isTyping);
  }
  if (isTyping) {
    return null;
  }
  if (press.altKey) {
    return matchStandIn(press.code, press.shiftKey);
  }
  return press.key === "?" ? "keyboard" : null;
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

function matchLetter(key: string, isShifted: boolean, isTyping: boolean): ShortcutAction | null {
  if (key === "z" && !isTyping) return isShifted ? "redo" : "undo";
  if (isShifted) return key === "p" ? "practice" : null;
  return plain.get(key) ?? null;
}

const plain: ReadonlyMap<string, ShortcutAction> = new Map([
  ["o", "open"],
  ["r", "test-both"],
  ["f", "search"],
  [".", "stop"],
  ["d", "compare"],
  ["e", "explain"],
  ["enter", "apply-fix"],
]);

/** ⌥ with a letter types a character on a Mac, so the key itself is read. */
function matchStandIn(code: string, isShifted: boolean): ShortcutAction | null {
  if (code === "KeyT") return turned(isShifted);
  if (isShifted) return null;
  return standIns.get(code) ?? null;
}

const standIns: ReadonlyMap<string, ShortcutAction> = new Map([
  ["KeyD", "compare"],
  ["KeyE", "explain"],
  ["KeyP", "practice"],
]);

function turned(isShifted: boolean): ShortcutAction {
  return isShifted ? "previous-tab" : "next-tab";
}
