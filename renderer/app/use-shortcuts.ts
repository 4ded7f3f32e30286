import { useEffect } from "react";
import { matchShortcut } from "./shortcuts.ts";
import { useActions } from "./use-actions.ts";

/** Listens for the app's shortcuts while the window has the focus. */
export function useShortcuts(): void {
  const act = useActions();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const action = event.defaultPrevented ? null : matchShortcut(event, isTyping(event.target));
      if (action !== null && act(action)) {
        event.preventDefault();
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [act]);
}

/** Kinds of input in which nobody types. */
const pressed: ReadonlySet<string> = new Set(["checkbox", "radio", "button", "submit", "file"]);

/** True while the keys belong to a field: undo there is the field's own. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement
    ? !pressed.has(target.type)
    : target instanceof HTMLTextAreaElement;
}
