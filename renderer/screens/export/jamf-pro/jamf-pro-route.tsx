import { type ReactNode, useEffect } from "react";
import type { ProfileView } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Spinner } from "../../../components/spinner.tsx";
import { useJamfPro } from "../../../stores/context.ts";
import { ExportVerdict } from "../export-verdict.tsx";
import { RoutePage } from "../route-page.tsx";
import { DeliveryInspector } from "./delivery-inspector.tsx";
import { deliverySentence } from "./delivery-sentence.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { ProfileChoice } from "./profile-choice.tsx";
import { ServerRow } from "./server-row.tsx";
import { SignedOut } from "./signed-out.tsx";
import "./jamf-pro.css";

/** The route over the API: sign in, see what would change, deliver, see what became of it. */
export function JamfProRoute({ view }: { readonly view: ProfileView }): ReactNode {
  const connection = useJamfPro((state) => state.connection);
  const work = useJamfPro((state) => state.work);
  const plan = useJamfPro((state) => state.plan);
  const delivered = useJamfPro((state) => state.delivered);
  const problem = useJamfPro((state) => state.problem);
  const dismiss = useJamfPro((state) => state.dismiss);
  const load = useJamfPro((state) => state.load);
  const refreshPlan = useJamfPro((state) => state.refreshPlan);
  useEffect(() => {
    load();
  }, [load]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every edit is another delivery.
  useEffect(() => {
    if (plan === null && delivered === null && work === null) {
      refreshPlan();
    }
  }, [view, refreshPlan]);
  const sentence = deliverySentence({ connection, plan, delivered, work });
  return (
    <RoutePage
      title={sentence.title}
      detail={sentence.detail}
      verdict={<ExportVerdict findings={view.findings} domain={null} />}
      problem={problem}
      onDismiss={dismiss}
    >
      {connection === null ? (
        <SignedOut />
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <section className="column grow jamf-pro-main" tabIndex={0} aria-label="Delivery">
            <ServerRow connection={connection} />
            <ProfileChoice />
            {work !== null && work !== "sign-in" && (
              <p className="jamf-pro-work">
                <Spinner /> {workWords[work]}
                {work === "profiles" && <Reading />}
              </p>
            )}
            <DifferenceTable />
          </section>
          <DeliveryInspector />
        </>
      )}
    </RoutePage>
  );
}

/** How far it is, and the way to stop: a server can have hundreds of profiles. */
function Reading(): ReactNode {
  const reading = useJamfPro((state) => state.reading);
  const stop = useJamfPro((state) => state.stopReading);
  return (
    <>
      {reading !== null && ` ${reading.read} of ${reading.all}`}
      <Button look={["small"]} onPress={stop}>
        Stop
      </Button>
    </>
  );
}

const workWords = {
  profiles: "Reading the profiles on the server, one after the other…",
  plan: "Comparing with the server…",
  deliver: "Sending, then reading back…",
  restore: "Putting the old profile back…",
} as const;
