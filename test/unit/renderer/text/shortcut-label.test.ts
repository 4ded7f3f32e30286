import { describe, expect, it } from "vitest";
import { ariaShortcut, shortcutLabel } from "../../../../renderer/text/shortcut-label.ts";

describe("shortcutLabel", () => {
  it.each([
    ["mod+o", "⌘O", "Ctrl+O"],
    ["mod+shift+z", "⇧⌘Z", "Ctrl+Shift+Z"],
    ["mod+alt+1", "⌥⌘1", "Ctrl+Alt+1"],
    ["F6", "F6", "F6"],
    ["mod+Enter", "⌘↩", "Ctrl+Enter"],
    ["ctrl+shift+Tab", "⌃⇧Tab", "Ctrl+Shift+Tab"],
    ["?", "?", "?"],
  ])("writes %s as %s on a Mac and %s elsewhere", (shortcut, mac, other) => {
    expect(shortcutLabel(shortcut, "MacIntel")).toBe(mac);
    expect(shortcutLabel(shortcut, "Linux x86_64")).toBe(other);
  });
});

describe("ariaShortcut", () => {
  it("names both kinds of keyboard in the words of ARIA", () => {
    expect(ariaShortcut("mod+alt+1")).toBe("Meta+Alt+1 Control+Alt+1");
    expect(ariaShortcut("mod+Enter")).toBe("Meta+Enter Control+Enter");
    expect(ariaShortcut("mod+r")).toBe("Meta+R Control+R");
  });
});
