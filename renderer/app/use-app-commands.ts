import { useEffect } from "react";
import { useApp } from "./context.ts";
import { useOpenProfile } from "./use-open-profile.ts";

/** Follows the commands of the host's own menu. */
export function useAppCommands(): void {
  const { host, stores } = useApp();
  const open = useOpenProfile();
  useEffect(
    () =>
      host.on("app.command", ({ command }) => {
        const actions: Readonly<Record<typeof command, () => void>> = {
          open,
          save: () => stores.navigation.getState().go("export"),
          undo: () => stores.document.getState().undo(),
          redo: () => stores.document.getState().redo(),
          profile: () => stores.navigation.getState().go("profile"),
          test: () => stores.navigation.getState().go("test"),
          export: () => stores.navigation.getState().go("export"),
          stop: () => stores.runs.getState().stop(),
        };
        actions[command]();
      }),
    [host, stores, open],
  );
}
