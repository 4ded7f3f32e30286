import { lazy, type ReactNode, Suspense } from "react";
import { useNavigation, useSaving } from "../stores/context.ts";

const dialogs = {
  keyboard: lazy(() => import("./keyboard-dialog.tsx")),
  compare: lazy(() => import("./compare-dialog.tsx")),
  signatures: lazy(() => import("../features/signing/signatures-dialog.tsx")),
  templates: lazy(() => import("./templates-dialog.tsx")),
} as const;

const SavingQuestionDialog = lazy(() => import("./saving-question.tsx"));
const LeftOutDialog = lazy(() => import("./left-out-dialog.tsx"));

/** The dialogs that belong to no screen. Their code comes when they are first wanted. */
export function AppDialogs(): ReactNode {
  const open = useNavigation((state) => state.dialog);
  const close = useNavigation((state) => state.closeDialog);
  const isAsking = useSaving((state) => state.question !== null);
  const isSettling = useSaving((state) => state.isSettling);
  const Dialog = open === null ? null : dialogs[open];
  return (
    <Suspense fallback={null}>
      {Dialog !== null && <Dialog onClose={close} />}
      {isSettling && <LeftOutDialog />}
      {isAsking && <SavingQuestionDialog />}
    </Suspense>
  );
}
