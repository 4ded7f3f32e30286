import { type CommandId, type CommandMenu, commandIds, commandOf } from "../../../preload/contract.ts";

type Item = Electron.MenuItemConstructorOptions;

/** What a text field can do by itself. */
type TextCommand = "undo" | "redo";

/**
 * The application menu. Everything that Electron has a role for is the role, so that the system's own words, shortcuts and
 * states apply; the rest only announces a command, because what it means is the page's business.
 *
 * The page hears every key first and carries out most shortcuts itself. So the menu shows those without registering them
 * where the system allows that. On a Mac a key that the page left alone comes back to the menu; for undo and redo
 * that means that a text field has the focus, and the field is who is meant.
 */
export function menuTemplate(host: {
  readonly platform: NodeJS.Platform;
  readonly announce: (command: CommandId) => void;
  /** Does it in the text field that has the focus. */
  readonly editText: (command: TextCommand) => void;
  readonly openOutside: (address: string) => void;
}): Item[] {
  const mac = host.platform === "darwin";
  const item = (id: CommandId): Item => {
    const { label, keys } = commandOf(id);
    const [key = ""] = keys;
    // Without an event where a program clicks the item, whatever its type says.
    const click = (_item: unknown, _window: unknown, event?: Electron.KeyboardEvent) => {
      if (isTextCommand(id) && event?.triggeredByAccelerator === true) host.editText(id);
      else host.announce(id);
    };
    // A key without ⌘ or Ctrl would be taken from whoever types it.
    return key.startsWith("mod+")
      ? { label, accelerator: accelerator(key), registerAccelerator: mac, click }
      : { label, click };
  };
  const line: Item = { type: "separator" };
  const parts = (menu: CommandMenu): Item[] =>
    partsOf(menu).flatMap((ids, index) => [...(index === 0 ? [] : [line]), ...ids.map(item)]);
  const outside = (label: string, address: string): Item => ({
    label,
    click: () => host.openOutside(address),
  });
  return [
    ...(mac ? [appMenu()] : []),
    { role: "fileMenu", submenu: [...parts("file"), line, { role: mac ? "close" : "quit" }] },
    {
      role: "editMenu",
      submenu: [...parts("edit"), line, ...roles("cut", "copy", "paste", "selectAll")],
    },
    {
      role: "viewMenu",
      submenu: [
        ...parts("view"),
        line,
        ...roles("resetZoom", "zoomIn", "zoomOut"),
        line,
        ...roles("togglefullscreen"),
      ],
    },
    { label: "Test", submenu: parts("test") },
    { role: "windowMenu" },
    {
      role: "help",
      submenu: [
        ...parts("help"),
        line,
        outside("Jamf Connect Documentation", "https://learn.jamf.com/"),
        outside(
          "Microsoft Entra Error Codes",
          "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
        ),
      ],
    },
  ];
}

/** The commands of a menu, part by part. */
function partsOf(menu: CommandMenu): readonly (readonly CommandId[])[] {
  const parts: CommandId[][] = [];
  for (const id of commandIds) {
    const place = commandOf(id).menu;
    if (place?.[0] !== menu) continue;
    const part = parts[place[1]] ?? [];
    parts[place[1]] = [...part, id];
  }
  return parts;
}

/** `mod+shift+p` as Electron writes it: `CmdOrCtrl+Shift+P`. */
function accelerator(keys: string): string {
  const words: Readonly<Record<string, string>> = { mod: "CmdOrCtrl", alt: "Alt", shift: "Shift" };
  return keys
    .split("+")
    .map((key) => words[key] ?? key.toUpperCase())
    .join("+");
}

function isTextCommand(id: CommandId): id is TextCommand {
  return id === "undo" || id === "redo";
}

function roles(...names: readonly NonNullable<Item["role"]>[]): Item[] {
  return names.map((role) => ({ role }));
}

function appMenu(): Item {
  return {
    role: "appMenu",
    submenu: [
      { role: "about" },
      { type: "separator" },
      { role: "services" },
      { type: "separator" },
      { role: "hide" },
      { role: "hideOthers" },
      { role: "unhide" },
      { type: "separator" },
      { role: "quit" },
    ],
  };
}
