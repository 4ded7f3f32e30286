import type { EventPayload } from "../../../preload/contract.ts";

/** A command of the menu; the page carries it out. */
export type AppCommand = EventPayload<"app.command">["command"];

type Item = Electron.MenuItemConstructorOptions;

/** The one command whose key the page does not listen to itself. */
const onlyInMenu: AppCommand = "save";

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
    registerAccelerator: mac || name === onlyInMenu,
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
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        line,
        { role: "togglefullscreen" },
      ],
    },
    {
      label: "Test",
      submenu: [
        command("Test Both", "CmdOrCtrl+R", "test-both"),
        command("Test OIDC", "Alt+CmdOrCtrl+1", "test-oidc"),
        command("Test ROPG", "Alt+CmdOrCtrl+2", "test-ropg"),
        command("Stop", "CmdOrCtrl+.", "stop"),
        line,
        command("Compare Runs", "CmdOrCtrl+D", "compare"),
        command("Explain an Error…", "CmdOrCtrl+E", "explain"),
        line,
        command("Practice Tenant", "Shift+CmdOrCtrl+P", "practice"),
      ],
    },
    { role: "windowMenu" },
    {
      role: "help",
      submenu: [
        { label: "Keyboard Shortcuts", click: () => host.announce("keyboard") },
        line,
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
