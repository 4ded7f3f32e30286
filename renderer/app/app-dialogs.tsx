import { lazy, type ReactNode, Suspense } from "react";
import { useNavigation } from "../stores/context.ts";

const dialogs = {
  keyboard: lazy(() => import("./keyboard-dialog.tsx")),
  compare: lazy(() => import("./compare-dialog.tsx")),
  templates: lazy(() => import("./templates-dialog.tsx")),
} as const;

/** The dialogs that belong to no screen. Their code comes when they are first wanted. */
export function AppDialogs(): ReactNode {
  const open = useNavigation((state) => state.dialog);
  const close = useNavigation((state) => state.closeDialog);
  if (open === null) {
    return null;
  }
  const Dialog = dialogs[open];
  return (
    <Suspense fallback={null}>
      <Dialog onClose={close} />
    </Suspense>
  );
}
