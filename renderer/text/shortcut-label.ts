/** True where people know ⌘. Only for what labels say; both keys work everywhere. */
export function showsCommandKey(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

const symbols: Readonly<Record<string, string>> = { mod: "⌘", alt: "⌥", shift: "⇧" };
const words: Readonly<Record<string, string>> = { mod: "Ctrl", alt: "Alt", shift: "Shift" };

/**
 * How a shortcut is written for this reader: `mod+shift+z` is `⇧⌘Z` or `Ctrl+Shift+Z`.
 *
 * @param platform what the browser calls the platform; defaults to the one the page runs on.
 */
export function shortcutLabel(shortcut: string, platform: string = navigator.platform): string {
  const keys = shortcut.split("+");
  const main = (keys.at(-1) ?? "").length === 1 ? (keys.at(-1) ?? "").toUpperCase() : (keys.at(-1) ?? "");
  const modifiers = keys.slice(0, -1);
  if (showsCommandKey(platform)) {
    const order = ["alt", "shift", "mod"];
    const sorted = [...modifiers].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    return `${sorted.map((key) => symbols[key] ?? key).join("")}${main}`;
  }
  return [...modifiers.map((key) => words[key] ?? key), main].join("+");
}

/** A shortcut as `aria-keyshortcuts` wants it, for both kinds of keyboard: `mod+1` is `Meta+1 Control+1`. */
export function ariaShortcut(shortcut: string): string {
  const spell = (mod: string) =>
    shortcut
      .split("+")
      .map((key) => ({ mod, alt: "Alt", shift: "Shift" })[key] ?? key.toUpperCase())
      .join("+");
  return `${spell("Meta")} ${spell("Control")}`;
}
