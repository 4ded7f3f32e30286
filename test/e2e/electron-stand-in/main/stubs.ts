import { onlyKeys, strict } from "../strict.ts";

/** A test puts its own function in the place of one of these; the app never gets an answer that nobody chose. */
function unscripted(name: string): () => Promise<never> {
  return async () => {
    throw new Error(`stand-in: ${name} was called, but the test has not said what it answers`);
  };
}

/** `dialog` */
export function createDialog(): Record<string, () => Promise<never>> {
  return {
    showOpenDialog: unscripted("dialog.showOpenDialog"),
    showSaveDialog: unscripted("dialog.showSaveDialog"),
    showMessageBox: unscripted("dialog.showMessageBox"),
  } satisfies { [K in keyof Electron.Dialog]?: unknown };
}

/** `shell` */
export function createShell(): Record<string, () => Promise<never>> {
  return { openExternal: unscripted("shell.openExternal") } satisfies {
    [K in keyof Electron.Shell]?: unknown;
  };
}

const itemKeys = [
  "role",
  "label",
  "accelerator",
  "registerAccelerator",
  "click",
  "submenu",
  "type",
  "enabled",
  "visible",
  "id",
];

/** Roles that the app uses, with the label that Electron gives them on Linux and Windows. */
const roleLabels: Readonly<Record<string, string>> = {
  fileMenu: "File",
  editMenu: "Edit",
  viewMenu: "View",
  windowMenu: "Window",
  help: "Help",
  quit: "Quit",
  cut: "Cut",
  copy: "Copy",
  paste: "Paste",
  selectAll: "Select All",
  resetZoom: "Actual Size",
  zoomIn: "Zoom In",
  zoomOut: "Zoom Out",
  togglefullscreen: "Toggle Full Screen",
};

function labelOfRole(role: string): string {
  const label = roleLabels[role];
  if (label === undefined) throw new Error(`stand-in: the role ${role} has no label yet`);
  return label;
}

type RecordedItem = {
  readonly role: string | undefined;
  readonly label: string;
  readonly type: string;
  readonly accelerator: Electron.Accelerator | undefined;
  readonly click: () => void;
  readonly submenu: { readonly items: readonly RecordedItem[] } | undefined;
};

/** `Menu`: what the app builds is kept, so that a test can look at it and click. Roles have no effect here. */
export class StandInMenu {
  private static application: StandInMenu | null = null;

  readonly items: readonly RecordedItem[];

  private constructor(items: readonly RecordedItem[]) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly Electron.MenuItemConstructorOptions[]): StandInMenu {
    return new StandInMenu(template.map(recordItem));
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    StandInMenu.application = menu;
  }

  static getApplicationMenu(): StandInMenu | null {
    return StandInMenu.application;
  }
}

function recordItem(options: Electron.MenuItemConstructorOptions): RecordedItem {
  onlyKeys("MenuItem", options, itemKeys);
  const { role, label, type, accelerator, click, submenu } = options;
  if (role === undefined && label === undefined && type !== "separator") {
    throw new Error("Invalid template for MenuItem: must have label, role or type");
  }
  return {
    // Electron keeps it in small letters.
    role: role?.toLowerCase(),
    label: label ?? (role === undefined ? "" : labelOfRole(role)),
    type: type ?? (submenu === undefined ? "normal" : "submenu"),
    accelerator,
    // A test clicks as a person does with the mouse. Of the item itself the app asks nothing.
    click: () => click?.(strict<Electron.MenuItem>("MenuItem", {}), undefined, undefined as never),
    submenu: Array.isArray(submenu) ? { items: submenu.map(recordItem) } : undefined,
  };
}
