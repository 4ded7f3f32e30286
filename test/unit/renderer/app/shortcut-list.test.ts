import { expect, it } from "vitest";
import { shortcutGroups } from "../../../../renderer/app/shortcut-list.ts";
import { type KeyPress, matchShortcut } from "../../../../renderer/app/shortcuts.ts";

/** The key press that `mod+shift+p` stands for. */
function pressOf(shortcut: string): KeyPress {
  const keys = shortcut.split("+");
  const last = keys.at(-1) ?? "";
  const key = last === "esc" ? "Escape" : last;
  return {
    key,
    code: /^\d$/.test(key) ? `Digit${key}` : /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key,
    metaKey: keys.includes("mod"),
    ctrlKey: keys.includes("ctrl"),
    altKey: keys.includes("alt"),
    shiftKey: keys.includes("shift"),
  };
}

const lines = shortcutGroups.flatMap((group) => group.lines).filter((line) => line.actions.length > 0);

it.each(lines.map((line) => [line.what, line] as const))("what is written about %s is so", (_, line) => {
  expect(line.keys.map((shortcut) => matchShortcut(pressOf(shortcut), false))).toEqual(line.actions);
  if (line.inBrowser.length > 0) {
    expect(line.inBrowser.map((shortcut) => matchShortcut(pressOf(shortcut), false))).toEqual(line.actions);
  }
});

it("no shortcut is written down twice", () => {
  const all = shortcutGroups
    .flatMap((group) => group.lines)
    .flatMap((line) => [...line.keys, ...line.inBrowser]);
  const shared = all.filter((shortcut, index) => all.indexOf(shortcut) !== index);
  // A field takes Return, a run in the list too.
  expect(shared.sort()).toEqual(["Return", "esc"]);
});
