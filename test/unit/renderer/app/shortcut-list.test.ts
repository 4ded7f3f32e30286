import { expect, it } from "vitest";
import { type CommandId, commandIds, commandOf } from "../../../../preload/contract.ts";
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

const listened = commandIds.filter((id) => commandOf(id).keys.length > 0);

const keysOf = (id: CommandId) => {
  const { keys, inBrowser } = commandOf(id);
  return inBrowser === undefined ? keys : [...keys, inBrowser];
};

it.each(listened)("every key of %s asks for it", (id) => {
  expect(keysOf(id).map((shortcut) => matchShortcut(pressOf(shortcut), false))).toEqual(
    keysOf(id).map(() => id),
  );
});

it("no key asks for two commands", () => {
  const all = commandIds.flatMap(keysOf);
  expect(new Set(all).size).toBe(all.length);
});

it("the Keyboard dialog shows every key of every command, each once", () => {
  const shown = shortcutGroups
    .flatMap((group) => group.lines)
    .flatMap((line) => [...line.keys, ...line.inBrowser]);
  expect(listened.flatMap(keysOf).filter((shortcut) => !shown.includes(shortcut))).toEqual([]);
  const shared = shown.filter((shortcut, index) => shown.indexOf(shortcut) !== index);
  // A field takes Return, a run and a policy too; esc takes back what is typed, closes a policy, and stops a test.
  expect([...new Set(shared)].sort()).toEqual(["Return", "Space", "esc"]);
});
