import { useEffect, useState } from "react";
import { useApp } from "../stores/context.ts";
import { watchOtherTabs } from "../stores/other-tabs.ts";

/** Whether this tab came second: another one of the same app was there before, and still is. */
export function useOtherTab(): boolean {
  const { canShowFileDialogs } = useApp().description.capabilities;
  const [isSecond, setSecond] = useState(false);
  useEffect(() => {
    if (canShowFileDialogs) {
      return undefined;
    }
    const end = watchOtherTabs(setSecond, crypto.randomUUID());
    window.addEventListener("pagehide", end, { once: true });
    return () => {
      window.removeEventListener("pagehide", end);
      end();
    };
  }, [canShowFileDialogs]);
  return isSecond;
}
