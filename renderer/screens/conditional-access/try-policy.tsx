import type { ReactNode } from "react";
import type { MatrixView, PolicyChange, PolicyDetail, PolicyState } from "../../../preload/contract.ts";
import { AppName } from "../../components/coded-text.tsx";
import { Icon } from "../../components/icon.tsx";
import { Segment } from "../../components/segment.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { Section } from "../../components/tool-bar.tsx";
import { personOf } from "../../stores/assumed.ts";
import { useMatrix } from "../../stores/context.ts";
import { cutMiddle } from "../../text/cut-middle.ts";
import { isGuid } from "../../text/is-guid.ts";
import { WINDOWS_AZURE_AD } from "../../text/microsoft-apps.ts";
import { AnswerPill } from "./answer-pill.tsx";
import { signInTitles } from "./sign-in-titles.ts";
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
  const isAnyone = useMatrix(
    ({ username, whatIf }) => username === null && personOf(whatIf.assumed) === "anyone",
  );
  return (
    <Section title="Try it" aside="nothing is changed in the tenant">
      <div className="ca-questions">
        <Segment
          label="State"
          options={states}
          value={triedState(changes, detail.id) ?? "as-it-is"}
          onChange={(state) => tryState(detail.id, state === "as-it-is" ? null : state)}
        />
        <Now />
        {exclusionsOf(detail.id, signIns ?? [], isAnyone).map((exclusion) => (
          <Exclusion key={exclusion.key} exclusion={exclusion} />
        ))}
      </div>
    </Section>
  );
}

/** What all policies come to for both sign-ins, as it changes with what is tried: one policy's part stands further up. */
function Now(): ReactNode {
  const lines = useMatrix((state) => state.view?.headline.lines) ?? [];
  return (
    <div className="ca-now">
      <h3>All policies together</h3>
      {lines.map((line) => (
        <p key={line.id} className="ca-effect">
          <Icon name={line.id} size="small" />
          {signInTitles[line.id]}
          <AnswerPill line={line} />
        </p>
      ))}
    </div>
  );
}

function exclusionsOf(
  policyId: string,
  signIns: MatrixView["signIns"],
  isAnyone: boolean,
): readonly TriedExclusion[] {
  const apps = new Map(
    signIns
      .filter(({ resource }) => isGuid(resource))
      .map(({ resource, resourceName }) => [resource, resourceName]),
  );
  return [
    {
      key: "person",
      title: "Exclude this person",
      note: isAnyone ? "Choose a person first." : null,
      isOff: isAnyone,
      change: { kind: "exclude-person", policyId },
    },
    ...[...apps].map(
      ([appId, name]): TriedExclusion => ({
        key: appId,
        title: (
          <>
            Exclude <AppName name={cutMiddle(name, 44)} />
          </>
        ),
        isOff: false,
        note: appId === WINDOWS_AZURE_AD ? "Not safe: it lets the basic scopes of every app through." : null,
        change: { kind: "exclude-application", policyId, appId },
      }),
    ),
  ];
}

type TriedExclusion = {
  readonly key: string;
  readonly title: ReactNode;
  /** What makes it no way to go; null where nothing does. */
  readonly note: string | null;
  /** True where it cannot be tried as things are. */
  readonly isOff: boolean;
  readonly change: PolicyChange;
};

function Exclusion({ exclusion }: { readonly exclusion: TriedExclusion }): ReactNode {
  const { title, note, isOff, change } = exclusion;
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
      isDisabled={isOff && !changes.some(isSame)}
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
