import type { ReactNode } from "react";
import type { MatrixView, PolicyChange, PolicyDetail, PolicyState } from "../../../preload/contract.ts";
import { Segment } from "../../components/segment.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { Section } from "../../components/tool-bar.tsx";
import { useMatrix } from "../../stores/context.ts";
import { cutMiddle } from "../../text/cut-middle.ts";
import { isGuid } from "../../text/is-guid.ts";
import { WINDOWS_AZURE_AD } from "../../text/microsoft-apps.ts";
import { triedState, useTryState } from "./use-policy-switch.ts";

const states = [
  { id: "as-it-is", title: "As it is" },
  { id: "enabled", title: "On" },
  { id: "enabledForReportingButNotEnforced", title: "Report only" },
  { id: "disabled", title: "Off" },
] as const satisfies readonly { readonly id: PolicyState | "as-it-is"; readonly title: string }[];

/** The policy in another state or with an exclusion more, to see what the answer would be. Nothing of it touches the tenant. */
export function TryPolicy({ detail }: { readonly detail: PolicyDetail }): ReactNode {
  const changes = useMatrix((state) => state.whatIf.changes);
  const signIns = useMatrix((state) => state.view?.signIns);
  const tryState = useTryState();
  return (
    <Section title="Try it" aside="nothing is changed in the tenant">
      <div className="ca-questions">
        <Segment
          label="State"
          options={states}
          value={triedState(changes, detail.id) ?? "as-it-is"}
          onChange={(state) => tryState(detail.id, state === "as-it-is" ? null : state)}
        />
        {exclusionsOf(detail.id, signIns ?? []).map((exclusion) => (
          <Exclusion key={exclusion.title} {...exclusion} />
        ))}
      </div>
    </Section>
  );
}

function exclusionsOf(policyId: string, signIns: MatrixView["signIns"]): readonly ExclusionProps[] {
  const apps = new Map(
    signIns
      .filter(({ resource }) => isGuid(resource))
      .map(({ resource, resourceName }) => [resource, resourceName]),
  );
  return [
    { title: "Exclude this person", note: null, change: { kind: "exclude-person", policyId } },
    ...[...apps].map(
      ([appId, name]): ExclusionProps => ({
        title: `Exclude ${cutMiddle(name, 30)}`,
        note: appId === WINDOWS_AZURE_AD ? "Not safe: it lets the basic scopes of every app through." : null,
        change: { kind: "exclude-application", policyId, appId },
      }),
    ),
  ];
}

type ExclusionProps = {
  readonly title: string;
  /** What makes it no way to go; null where nothing does. */
  readonly note: string | null;
  readonly change: PolicyChange;
};

function Exclusion({ title, note, change }: ExclusionProps): ReactNode {
  const changes = useMatrix((state) => state.whatIf.changes);
  const assume = useMatrix((state) => state.assume);
  const isSame = (other: PolicyChange) =>
    other.kind === change.kind &&
    other.policyId === change.policyId &&
    (other.kind !== "exclude-application" ||
      (change.kind === "exclude-application" && other.appId === change.appId));
  return (
    <Toggle
      isOn={changes.some(isSame)}
      onChange={(isOn) =>
        assume({ changes: [...changes.filter((each) => !isSame(each)), ...(isOn ? [change] : [])] })
      }
    >
      <span>
        {title}
        {note !== null && <span className="option-note">{note}</span>}
      </span>
    </Toggle>
  );
}
