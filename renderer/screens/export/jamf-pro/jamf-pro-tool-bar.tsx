import { type ReactNode, useState } from "react";
import type { ProfileView } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Spinner } from "../../../components/spinner.tsx";
import { PracticeTag } from "../../../components/tag.tsx";
import { ToolBar } from "../../../components/tool-bar.tsx";
import { useJamfPro } from "../../../stores/context.ts";
import { CodeButton } from "./code-button.tsx";
import { DeliverDialog } from "./deliver-dialog.tsx";
import { isOpenDifference } from "./open-difference.ts";
import { RestoreDialog } from "./restore-dialog.tsx";

/** The one button that writes. While something is unexplained, it is the way back. */
export function JamfProToolBar({ view }: { readonly view: ProfileView }): ReactNode {
  const connection = useJamfPro((state) => state.connection);
  const plan = useJamfPro((state) => state.plan);
  const delivered = useJamfPro((state) => state.delivered);
  const work = useJamfPro((state) => state.work);
  const report = useJamfPro((state) => state.report);
  const [asked, setAsked] = useState<"deliver" | "restore" | null>(null);
  const isOpen = delivered?.differences.some(isOpenDifference) === true;
  // What can keep people out of their Macs is to be had, and does not invite.
  const invites = plan !== null && plan.lockOut.length === 0;
  const canWrite = plan !== null && delivered === null && work === null;
  return (
    <ToolBar title="Export" subtitle={`${view.fileName} · Jamf Pro API`}>
      {connection?.isPractice === true && <PracticeTag />}
      <CodeButton />
      {delivered !== null && (
        <Button look={["capsule"]} onPress={() => report()}>
          Save report…
        </Button>
      )}
      {delivered?.canRestore === true && (
        <Button
          look={isOpen ? ["primary", "capsule"] : ["capsule"]}
          isDisabled={work !== null}
          onPress={() => setAsked("restore")}
        >
          Restore the old profile…
        </Button>
      )}
      {connection !== null && delivered === null && (
        <Button
          look={invites ? ["primary", "capsule"] : ["capsule"]}
          isDisabled={!canWrite}
          onPress={() => setAsked("deliver")}
        >
          {work === "deliver" && <Spinner />}
          {plan?.action === "create" || plan === null
            ? "Create profile…"
            : plan.action === "unchanged"
              ? `Send profile ${plan.id} again…`
              : `Update profile ${plan.id}…`}
        </Button>
      )}
      {plan !== null && (
        <DeliverDialog plan={plan} isOpen={asked === "deliver"} onClose={() => setAsked(null)} />
      )}
      <RestoreDialog isOpen={asked === "restore"} onClose={() => setAsked(null)} />
    </ToolBar>
  );
}
