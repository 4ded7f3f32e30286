/** True where people know ⌘. Only for what labels say; both keys work everywhere. */
function showsCommandKey(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

const symbols: Readonly<Record<string, string>> = { mod: "⌘", ctrl: "⌃", alt: "⌥", shift: "⇧", Enter: "↩" };
const words: Readonly<Record<string, string>> = { mod: "Ctrl", ctrl: "Ctrl", alt: "Alt", shift: "Shift" };

/**
 * How a shortcut is written for this reader: `mod+shift+z` is `⇧⌘Z` or `Ctrl+Shift+Z`.
 *
 * @param platform what the browser calls the platform; defaults to the one the page runs on.
 */
export function shortcutLabel(shortcut: string, platform: string = navigator.platform): string {
  const keys = shortcut.split("+");
  const last = keys.at(-1) ?? "";
  const main = last.length === 1 ? last.toUpperCase() : last;
  const modifiers = keys.slice(0, -1);
  if (showsCommandKey(platform)) {
    const order = ["ctrl", "alt", "shift", "mod"];
    const sorted = [...modifiers].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    return `${sorted.map((key) => symbols[key] ?? key).join("")}${symbols[main] ?? main}`;
  }
  return [...modifiers.map((key) => words[key] ?? key), main].join("+");
}

/** A shortcut as `aria-keyshortcuts` wants it, for both kinds of keyboard: `mod+1` is `Meta+1 Control+1`. */
export function ariaShortcut(shortcut: string): string {
  const spell = (mod: string) =>
    shortcut
      .split("+")
      .map(
        (key) => ({ mod, alt: "Alt", shift: "Shift" })[key] ?? (key.length === 1 ? key.toUpperCase() : key),
      )
      .join("+");
  return `${spell("Meta")} ${spell("Control")}`;
}
