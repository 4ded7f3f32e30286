import { useEffect, useMemo } from "react";
import { useApp } from "../stores/context.ts";
import { useOpenProfile } from "../stores/use-open-profile.ts";
import { createAct } from "./commands.ts";
import { matchShortcut } from "./shortcuts.ts";

/** Carries out what the host's own menu and the keys ask for while the window has the focus. */
export function useCommands(): void {
  const { host, stores } = useApp();
  const openProfile = useOpenProfile();
  const act = useMemo(() => createAct(stores, { openProfile, focusSearch }), [stores, openProfile]);
  useEffect(() => host.on("app.command", ({ command }) => void act(command)), [host, act]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const id = event.defaultPrevented
        ? null
        : matchShortcut(event, isTyping(event.composedPath()[0] ?? null));
      if (id !== null && act(id)) {
        event.preventDefault();
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [act]);
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>("input[type=search]")?.focus();
}

/** Kinds of input in which nobody types. */
const pressed: ReadonlySet<string> = new Set(["checkbox", "radio", "button", "submit", "file"]);

/** True while the keys belong to a field, the editor of the source included: undo there is the field's own. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement
    ? !pressed.has(target.type)
    : target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
