import type { ReactNode } from "react";
import { Breakable } from "../../../components/breakable.tsx";
import { CertainText } from "../../../components/certainty-tag.tsx";
import { Icon } from "../../../components/icon.tsx";
import { Section } from "../../../components/tool-bar.tsx";
import { RolloutBox } from "../../../features/rollout/rollout-box.tsx";
import { useJamfPro } from "../../../stores/context.ts";
import { formatClock } from "../../../text/time.ts";

/** Before: what is checked and who gets it. After: what was kept and what was done. */
export function DeliveryInspector(): ReactNode {
  const plan = useJamfPro((state) => state.plan);
  const delivered = useJamfPro((state) => state.delivered);
  return (
    <aside className="inspector export-inspector" aria-label="Delivery in detail" data-pane="inspector">
      <RolloutBox />
      {delivered !== null ? (
        <>
          <Section
            title={delivered.action === "created" ? "Stored" : "Kept"}
            aside={`profile ${delivered.id}`}
          >
            <ul className="checks">
              <Done title="UUID" detail={delivered.uuid ?? "not told"} />
              <Done title="Scope" detail={delivered.scope} />
              <Done title="Category" detail={delivered.category ?? "none"} />
            </ul>
          </Section>
          <Section title="What was done">
            <ul className="checks">
              {delivered.steps.map(({ at, text }) => (
                <Done key={`${at} ${text}`} title={formatClock(new Date(at).toISOString())} detail={text} />
              ))}
            </ul>
          </Section>
        </>
      ) : (
        <>
          <NotSigned />
          <Section title="Checked before sending">
            <ul className="checks">
              <Done title="Form" detail="managed preferences, which Jamf Pro stores byte for byte" />
              {plan?.warnings.map(({ keyPath, becomes, defect }) => (
                <li key={keyPath}>
                  <span className="tone-warn">
                    <Icon name="warning" size="small" />
                  </span>
                  <span>{defect}</span>
                  <span className="quiet">
                    <Breakable text={keyPath} />: {becomes}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
          <Section title="Who gets it">
            <p className="note quiet">
              {plan?.action === "create"
                ? "Nobody, until you choose a scope in Jamf Pro."
                : "Newly assigned Macs; the others keep what they have. All Macs now is asked for when you deliver."}
            </p>
          </Section>
          <Section title="Afterwards">
            <p className="note quiet">
              It is read back and compared by value. Each difference is Jamf Pro's usual rewriting, a known
              defect, or unexplained.
            </p>
          </Section>
        </>
      )}
    </aside>
  );
}

function Done({ title, detail }: { readonly title: string; readonly detail: string }): ReactNode {
  return (
    <li>
      <span className="tone-ok">
        <Icon name="check" size="small" />
      </span>
      <span>{title}</span>
      <span className="quiet">{detail}</span>
    </li>
  );
}

/** Why nothing is signed on this route. */
export function NotSigned(): ReactNode {
  return (
    <Section title="Why it is not signed">
      <p className="note quiet">
        <CertainText
          certainty="inferred"
          text="Jamf Pro drops a signature that comes over its API, and itself signs what it sends to Macs."
        />
      </p>
    </Section>
  );
}
