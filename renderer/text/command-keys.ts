import { type CommandId, commandOf } from "../../preload/contract.ts";
import { ariaShortcut, shortcutLabel } from "./shortcut-label.ts";

/** The keys of a command as this reader writes them: `⌘O` or `Ctrl+O`. */
export function commandKeys(id: CommandId): string {
  return shortcutLabel(firstKeys(id));
}

/** The keys of a command as `aria-keyshortcuts` wants them. */
export function ariaKeys(id: CommandId): string {
  return ariaShortcut(firstKeys(id));
}

function firstKeys(id: CommandId): string {
  return commandOf(id).keys[0] ?? "";
}
