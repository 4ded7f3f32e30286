import type { ReactNode } from "react";
import { ProblemBanner } from "../components/problem-banner.tsx";
import { useConnection, useDocument, usePractice } from "../stores/context.ts";
import { SavingNotices } from "./saving-notices.tsx";

/** Problems of edits and of the practice tenant: they belong to no screen. */
export function Notices(): ReactNode {
  const edit = useDocument((state) => state.problem);
  const dismissEdit = useDocument((state) => state.dismiss);
  const practice = usePractice((state) => state.problem);
  const dismissPractice = usePractice((state) => state.dismiss);
  const isGone = useConnection((state) => state.isGone);
  // The banner above everything says the one thing that is left to say.
  if (isGone) return null;
  return (
    <div className="notices">
      <SavingNotices />
      {edit !== null && <ProblemBanner problem={edit} onDismiss={dismissEdit} />}
      {practice !== null && <ProblemBanner problem={practice} onDismiss={dismissPractice} />}
    </div>
  );
}
