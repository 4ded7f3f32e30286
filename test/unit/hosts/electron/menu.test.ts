import { describe, expect, it } from "vitest";
import { type AppCommand, menuTemplate } from "../../../../main/hosts/electron/menu.ts";
import { mayOpenOutside } from "../../../../main/hosts/electron/navigation-policy.ts";

type Item = Electron.MenuItemConstructorOptions;

function build(platform: NodeJS.Platform) {
  const commands: AppCommand[] = [];
  const addresses: string[] = [];
  const template = menuTemplate({
    platform,
    announce: (command) => commands.push(command),
    openOutside: (address) => addresses.push(address),
  });
  return { template, commands, addresses, items: template.flatMap(itemsOf) };
}

function itemsOf({ submenu }: Item): Item[] {
  return Array.isArray(submenu) ? submenu : [];
}

function click(item: Item): void {
  // The app's own items take no argument.
  (item.click as (() => void) | undefined)?.();
}

describe("menuTemplate", () => {
  it("starts with the application menu on a Mac and with File elsewhere", () => {
    expect(build("darwin").template.map(({ role }) => role)).toEqual([
      "appMenu",
      "fileMenu",
      "editMenu",
      "viewMenu",
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
    items.filter(({ label }) => label !== undefined).forEach(click);
    expect(commands).toEqual(["open", "save", "undo", "redo", "profile", "test", "export", "stop"]);
  });

  it("gives no shortcut twice", () => {
    for (const platform of ["darwin", "win32"] as const) {
      const shortcuts = build(platform).items.flatMap(({ accelerator }) => accelerator ?? []);
      expect(new Set(shortcuts).size).toBe(shortcuts.length);
    }
  });

  it("links only to sites that the policy lets out", () => {
    const { items, addresses } = build("linux");
    items.forEach(click);
    expect(addresses).toHaveLength(2);
    expect(addresses.every(mayOpenOutside)).toBe(true);
  });

  it("has no developer tools and no reload: a page that lost its state helps nobody", () => {
    const roles = build("darwin").items.map(({ role }) => role);
    expect(roles).not.toContain("toggleDevTools");
    expect(roles).not.toContain("reload");
  });
});
