import { useEffect } from "react";
import type { EventPayload } from "../../preload/contract.ts";
import { useApp } from "../stores/context.ts";
import type { ShortcutAction } from "./shortcuts.ts";
import { useActions } from "./use-actions.ts";

type Command = EventPayload<"app.command">["command"];

const actionOf: Readonly<Record<Command, ShortcutAction>> = {
  open: "open",
  save: "screen-3",
  undo: "undo",
  redo: "redo",
  profile: "screen-1",
  test: "screen-2",
  export: "screen-3",
  "test-both": "test-both",
  "test-oidc": "test-oidc",
  "test-ropg": "test-ropg",
  stop: "stop",
  compare: "compare",
  explain: "explain",
  practice: "practice",
  keyboard: "keyboard",
};

/** Follows the commands of the host's own menu. */
export function useAppCommands(): void {
  const { host } = useApp();
  const act = useActions();
  useEffect(() => host.on("app.command", ({ command }) => void act(actionOf[command])), [host, act]);
}
