import type { EventPayload } from "../../../preload/contract.ts";

/** A command of the menu; the page carries it out. */
export type AppCommand = EventPayload<"app.command">["command"];

type Item = Electron.MenuItemConstructorOptions;

/**
 * The application menu. Everything that Electron has a role for is the role, so that the system's own words, shortcuts and
 * states apply; the rest only announces a command, because what it means is the page's business.
 */
export function menuTemplate(host: {
  readonly platform: NodeJS.Platform;
  readonly announce: (command: AppCommand) => void;
  readonly openOutside: (address: string) => void;
}): Item[] {
  const mac = host.platform === "darwin";
  const command = (label: string, accelerator: string, name: AppCommand): Item => ({
    label,
    accelerator,
    click: () => host.announce(name),
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
        command("Undo", "CmdOrCtrl+Z", "undo"),
        command("Redo", mac ? "Shift+Cmd+Z" : "Ctrl+Y", "redo"),
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
        command("Export", "CmdOrCtrl+6", "export"),
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
