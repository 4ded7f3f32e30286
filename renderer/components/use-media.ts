import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query holds now, for layouts that a style sheet alone cannot make. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** Narrower windows show the inspector as a drawer. */
export const drawerWidth = "(max-width: 1179px)";

/** Narrower windows, which enlarged text makes, stack the parts of a screen; `tight.css` holds the same width. */
export const tightWidth = "(max-width: 860px)";

/** Narrower windows show the list column as a popup. */
export const popupWidth = "(max-width: 1079px)";
