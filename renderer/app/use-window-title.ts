import { useEffect } from "react";
import { useDocument, useNavigation, usePractice } from "../stores/context.ts";
import { type Screen, standsAlone } from "../stores/navigation-store.ts";
import { windowTitle } from "../text/window-title.ts";

const titles: Readonly<Record<Screen, string>> = {
  profile: "Profile",
  test: "Test",
  "conditional-access": "Conditional Access",
  "sign-ins": "Sign-ins",
  "set-up": "Set up",
  export: "Export",
  explain: "Explain",
};

/** Keeps the title of the window at what is shown. */
export function useWindowTitle(): void {
  const profile = useDocument((state) => state.view?.displayName ?? null);
  const isUnsaved = useDocument((state) => state.view?.unsaved === true && state.failure === null);
  const failure = useDocument((state) => state.failure?.fileName ?? null);
  const chosen = useNavigation((state) => state.screen);
  const isPractice = usePractice((state) => state.status.running);
  const isShown = profile !== null || standsAlone(chosen);
  const screen = failure === null ? (isShown ? titles[chosen] : null) : "Not opened";
  const title = windowTitle({ screen, profile: failure ?? profile, isPractice, isUnsaved });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
