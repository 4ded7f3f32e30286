import { describe, expect, it } from "vitest";
import { menuTemplate } from "../../../../main/hosts/electron/menu.ts";
import { outsideAddress } from "../../../../main/hosts/electron/navigation-policy.ts";
import type { CommandId } from "../../../../preload/contract.ts";
import { type KeyPress, matchShortcut } from "../../../../renderer/app/shortcuts.ts";

type Item = Electron.MenuItemConstructorOptions;

function build(platform: NodeJS.Platform) {
  const commands: CommandId[] = [];
  const addresses: string[] = [];
  const texts: string[] = [];
  const template = menuTemplate({
    platform,
    announce: (command) => commands.push(command),
    editText: (command) => texts.push(command),
    openOutside: (address) => addresses.push(address),
  });
  return { template, commands, texts, addresses, items: template.flatMap(itemsOf) };
}

function itemsOf({ submenu }: Item): Item[] {
  return Array.isArray(submenu) ? submenu : [];
}

function click(item: Item, triggeredByAccelerator = false): void {
  // Of the item itself the template asks nothing.
  item.click?.({} as Electron.MenuItem, undefined, { triggeredByAccelerator });
}

/** The key press that an accelerator of ours stands for. */
function pressOf({ accelerator = "" }: Item): KeyPress[] {
  const key = accelerator.split("+").at(-1) ?? "";
  const code = /\d/.test(key) ? `Digit${key}` : `Key${key}`;
  const holds = (modifier: string) => accelerator.includes(`${modifier}+`);
  return [{ key, code, ctrlKey: true, metaKey: false, altKey: holds("Alt"), shiftKey: holds("Shift") }];
}

describe("menuTemplate", () => {
  it("starts with the application menu on a Mac and with File elsewhere", () => {
    expect(build("darwin").template.map(({ role, label }) => role ?? label)).toEqual([
      "appMenu",
      "fileMenu",
      "editMenu",
      "viewMenu",
      "Test",
      "windowMenu",
      "help",
    ]);
    expect(build("win32").template[0]?.role).toBe("fileMenu");
  });

  it("can quit on every system", () => {
    for (const platform of ["darwin", "win32", "linux"] as const) {
      expect(build(platform).items.filter(({ role }) => role === "quit")).toHaveLength(1);
    }
  });

  it("announces each command once", () => {
    const { items, commands } = build("darwin");
    for (const item of items) if (item.label !== undefined) click(item);
    expect(commands).toEqual([
      "new",
      "open",
      "signatures",
      "save",
      "save-as",
      "duplicate",
      "revert",
      "compare-profile",
      "undo",
      "redo",
      "profile",
      "test",
      "conditional-access",
      "sign-ins",
      "set-up",
      "export",
      "test-both",
      "test-oidc",
      "test-ropg",
      "stop",
      "compare",
      "explain",
      "practice",
      "keyboard",
    ]);
  });

  it("announces what a program clicks, which brings no event", () => {
    const { items, commands, texts } = build("darwin");
    for (const item of items) {
      if (item.label === "Open…" || item.label === "Undo") {
        item.click?.({} as Electron.MenuItem, undefined, undefined as never);
      }
    }
    expect(commands).toEqual(["open", "undo"]);
    expect(texts).toEqual([]);
  });

  it("leaves undo to the text field when the key came back from the page", () => {
    const { items, commands, texts } = build("darwin");
    for (const item of items) if (item.label === "Undo" || item.label === "Redo") click(item, true);
    expect(texts).toEqual(["undo", "redo"]);
    expect(commands).toEqual([]);
  });

  it("leaves to the page the keys that the page listens to, where the system lets it", () => {
    const registered = build("win32").items.filter(({ registerAccelerator }) => registerAccelerator === true);
    expect(registered).toEqual([]);
    const shown = build("win32").items.flatMap((item) =>
      item.registerAccelerator === false ? pressOf(item) : [],
    );
    expect(shown.map((press) => matchShortcut(press, false))).toEqual([
      "new",
      "open",
      "save",
      "save-as",
      "compare-profile",
      "undo",
      "redo",
      "profile",
      "test",
      "conditional-access",
      "sign-ins",
      "set-up",
      "export",
      "test-both",
      "test-oidc",
      "test-ropg",
      "stop",
      "compare",
      "explain",
      "practice",
    ]);
  });

  it("gives no shortcut twice", () => {
    for (const platform of ["darwin", "win32"] as const) {
      const shortcuts = build(platform).items.flatMap(({ accelerator }) => accelerator ?? []);
      expect(new Set(shortcuts).size).toBe(shortcuts.length);
    }
  });

  it("links only to sites that the policy lets out", () => {
    const { items, addresses } = build("linux");
    for (const item of items) click(item);
    expect(addresses).toHaveLength(2);
    expect(addresses.every((address) => outsideAddress(address) !== null)).toBe(true);
  });

  it("has no developer tools and no reload: a page that lost its state helps nobody", () => {
    const roles = build("darwin").items.map(({ role }) => role);
    expect(roles).not.toContain("toggleDevTools");
    expect(roles).not.toContain("reload");
  });
});
