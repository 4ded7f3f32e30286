import type { EventPayload } from "../../../preload/contract.ts";

/** A command of the menu; the page carries it out. */
export type AppCommand = EventPayload<"app.command">["command"];

type Item = Electron.MenuItemConstructorOptions;

/** Commands whose keys the page listens to itself, in every host. */
const carriedOutByPage: ReadonlySet<AppCommand> = new Set([
  "open",
  "undo",
  "redo",
  "profile",
  "test",
  "export",
  "stop",
]);

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
  readonly announce: (command: AppCommand) => void;
  /** Does it in the text field that has the focus. */
  readonly editText: (command: TextCommand) => void;
  readonly openOutside: (address: string) => void;
}): Item[] {
  const mac = host.platform === "darwin";
  const command = (label: string, accelerator: string, name: AppCommand): Item => ({
    label,
    accelerator,
    registerAccelerator: mac || !carriedOutByPage.has(name),
    click: () => host.announce(name),
  });
  const textCommand = (label: string, accelerator: string, name: TextCommand): Item => ({
    ...command(label, accelerator, name),
    click: (_item, _window, { triggeredByAccelerator }) => {
      if (triggeredByAccelerator) host.editText(name);
      else host.announce(name);
    },
  });
  const line: Item = { type: "separator" };
  return [
    ...(mac ? [appMenu()] : []),
    {
      role: "fileMenu",
      submenu: [
        command("Open…", "CmdOrCtrl+O", "open"),
        line,
        command("Export…", "CmdOrCtrl+S", "save"),
        line,
        { role: mac ? "close" : "quit" },
      ],
    },
    {
      role: "editMenu",
      submenu: [
        textCommand("Undo", "CmdOrCtrl+Z", "undo"),
        textCommand("Redo", "Shift+CmdOrCtrl+Z", "redo"),
        line,
        { role: "cut" },
        { role: "copy" },
        { role: "paste" },
        { role: "selectAll" },
      ],
    },
    {
      role: "viewMenu",
      submenu: [
        command("Profile", "CmdOrCtrl+1", "profile"),
        command("Test", "CmdOrCtrl+2", "test"),
        command("Export", "CmdOrCtrl+3", "export"),
        line,
        command("Stop the Running Test", "CmdOrCtrl+.", "stop"),
        line,
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        line,
        { role: "togglefullscreen" },
      ],
    },
    { role: "windowMenu" },
    {
      role: "help",
      submenu: [
        { label: "Jamf Connect Documentation", click: () => host.openOutside("https://learn.jamf.com/") },
        {
          label: "Microsoft Entra Error Codes",
          click: () =>
            host.openOutside("https://learn.microsoft.com/entra/identity-platform/reference-error-codes"),
        },
      ],
    },
  ];
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
