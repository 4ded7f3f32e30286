import { useEffect } from "react";

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';

/** F6 walks through the panes of the window (elements with `data-pane`), ⇧F6 walks back. */
export function usePaneKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "F6") {
        return;
      }
      event.preventDefault();
      const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter(
        (pane) => pane.offsetParent !== null,
      );
      // The innermost: an inspector stands in the pane that it belongs to.
      const current = panes.findLastIndex((pane) => pane.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      for (let tries = 1; tries <= panes.length; tries += 1) {
        const next = panes[(current + step * tries + panes.length * 2) % panes.length];
        const first = next?.querySelector<HTMLElement>(focusable);
        if (first) {
          first.focus();
          return;
        }
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
