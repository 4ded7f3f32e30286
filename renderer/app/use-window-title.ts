import { useEffect } from "react";
import { useDocument, useNavigation, usePractice, useSignIns } from "../stores/context.ts";
import { type Screen, standsAlone } from "../stores/navigation-store.ts";
import { count } from "../text/count.ts";
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
  const failures = useSignIns((state) => state.answer?.report.realFailures ?? null);
  // The one number is worth a look from another window.
  const number =
    screen === titles["sign-ins"] && failures !== null ? `: ${count(failures, "real failure")}` : "";
  const title = windowTitle({
    screen: screen === null ? null : `${screen}${number}`,
    profile: failure ?? profile,
    isPractice,
    isUnsaved,
  });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
