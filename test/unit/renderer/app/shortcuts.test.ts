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
    expect(matchShortcut(press("2", { metaKey: true }), false)).toBe("test");
    expect(matchShortcut(press("™", { code: "Digit2", altKey: true }), false)).toBe("test");
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

  it("compares, explains, practises and fixes", () => {
    expect(matchShortcut(press("d", { metaKey: true }), true)).toBe("compare");
    expect(matchShortcut(press("e", { ctrlKey: true }), true)).toBe("explain");
    expect(matchShortcut(press("P", { ctrlKey: true, shiftKey: true }), true)).toBe("practice");
    expect(matchShortcut(press("p", { ctrlKey: true }), false)).toBeNull();
    expect(matchShortcut(press("Enter", { metaKey: true }), true)).toBe("apply-fix");
    expect(matchShortcut(press("Enter"), false)).toBeNull();
  });

  it("walks through findings and tabs, from fields as well", () => {
    expect(matchShortcut(press("F8"), true)).toBe("next-finding");
    expect(matchShortcut(press("F8", { shiftKey: true }), true)).toBe("previous-finding");
    expect(matchShortcut(press("F8", { ctrlKey: true }), false)).toBeNull();
    expect(matchShortcut(press("Tab", { ctrlKey: true }), true)).toBe("next-tab");
    expect(matchShortcut(press("Tab", { ctrlKey: true, shiftKey: true }), true)).toBe("previous-tab");
    for (const held of [{}, { shiftKey: true }, { metaKey: true }, { altKey: true }]) {
      expect(matchShortcut(press("Tab", held), false)).toBeNull();
    }
  });

  it("takes ⌥ in place of what a browser keeps, whatever character it types, but not while typing", () => {
    const alt = (code: string, held: Partial<KeyPress> = {}) => press("∂", { code, altKey: true, ...held });
    const standIns = ["KeyD", "KeyE", "KeyN", "KeyP", "KeyT"].map((code) => matchShortcut(alt(code), false));
    expect(standIns).toEqual(["compare", "explain", "new", "practice", "next-tab"]);
    expect(matchShortcut(alt("KeyT", { shiftKey: true }), false)).toBe("previous-tab");
    expect(matchShortcut(alt("KeyD", { shiftKey: true }), false)).toBe("compare-profile");
    expect(matchShortcut(alt("KeyE", { shiftKey: true }), false)).toBeNull();
    expect(matchShortcut(alt("KeyD"), true)).toBeNull();
    // AltGr arrives as Ctrl and Alt together, and types.
    expect(matchShortcut(alt("KeyE", { ctrlKey: true }), false)).toBeNull();
  });

  it("lists the shortcuts for a question mark that nobody types", () => {
    expect(matchShortcut(press("?", { shiftKey: true }), false)).toBe("keyboard");
    expect(matchShortcut(press("?", { shiftKey: true }), true)).toBeNull();
  });
});
