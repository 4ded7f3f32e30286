import { describe, expect, it } from "vitest";
import { type KeyPress, matchShortcut } from "../../../../renderer/app/shortcuts.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^\d$/.test(key) ? `Digit${key}` : key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("matchShortcut", () => {
  it("takes ⌘ and Ctrl alike", () => {
    expect(matchShortcut(press("o", { metaKey: true }), false)).toBe("open");
    expect(matchShortcut(press("o", { ctrlKey: true }), false)).toBe("open");
    expect(matchShortcut(press("o"), false)).toBeNull();
  });

  it("goes to the screens, also with ⌥ alone where the browser keeps ⌘1", () => {
    expect(matchShortcut(press("2", { metaKey: true }), false)).toBe("screen-2");
    expect(matchShortcut(press("™", { code: "Digit2", altKey: true }), false)).toBe("screen-2");
    expect(matchShortcut(press("9", { metaKey: true }), false)).toBeNull();
  });

  it("leaves ⌥ digits and undo to a text field that has the focus", () => {
    expect(matchShortcut(press("2", { altKey: true }), true)).toBeNull();
    expect(matchShortcut(press("z", { ctrlKey: true }), true)).toBeNull();
    expect(matchShortcut(press("z", { ctrlKey: true }), false)).toBe("undo");
    expect(matchShortcut(press("Z", { ctrlKey: true, shiftKey: true }), false)).toBe("redo");
  });

  it("starts and stops tests from anywhere, fields included", () => {
    expect(matchShortcut(press("1", { metaKey: true, altKey: true }), true)).toBe("test-oidc");
    expect(matchShortcut(press("2", { ctrlKey: true, altKey: true }), true)).toBe("test-ropg");
    expect(matchShortcut(press("Escape"), true)).toBe("stop");
    expect(matchShortcut(press(".", { metaKey: true }), true)).toBe("stop");
  });
});
