import type { ReactNode } from "react";
import type { NamedList, PolicyDetail } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Icon } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { Section } from "../../components/tool-bar.tsx";
import { isGuid } from "../../text/is-guid.ts";
import { OpenQuestions } from "./open-questions.tsx";
import { PolicyName } from "./policy-name.tsx";
import { PolicyReasons } from "./policy-reasons.tsx";
import { TryPolicy } from "./try-policy.tsx";

type PolicyDetailsProps = { readonly detail: PolicyDetail; readonly onClose: () => void };

/** One policy: what it does to each sign-in and why, what the export lost, whom it names. */
export function PolicyDetails({ detail, onClose }: PolicyDetailsProps): ReactNode {
  return (
    <>
      <header className="ca-drawer-head">
        <div className="grow">
          <h2>
            <PolicyName name={detail.displayName} hasMark={!isGuid(detail.id)} />
          </h2>
          <p className="small quiet">
            {stateText(detail.state)} · {detail.targets} · {detail.effect}
          </p>
          {isGuid(detail.id) && (
            <p className="small faint ca-drawer-id">
              <code title={detail.id}>{`${detail.id.slice(0, 8)}…${detail.id.slice(-4)}`}</code>
              <CopyButton text={detail.id} label="Copy the id of the policy" />
            </p>
          )}
        </div>
        <Button look={["icon"]} aria-label="Close the policy" onPress={onClose}>
          <Icon name="remove" />
        </Button>
      </header>
      {detail.lost !== null && <Lost lost={detail.lost} />}
      <OpenQuestions detail={detail} />
      <PolicyReasons detail={detail} />
      <TryPolicy detail={detail} />
      {detail.lists.length > 0 && (
        <Section title="Named in it">
          {detail.lists.map((list) => (
            <Names key={list.title} list={list} />
          ))}
        </Section>
      )}
      {detail.unresolved.length > 0 && (
        <Section title="Names where ids belong">
          <p className="note quiet">They match nothing but themselves: {detail.unresolved.join(", ")}.</p>
        </Section>
      )}
      {detail.source !== null && (
        <Section title="From">
          <p className="note quiet ca-break">{detail.source}</p>
        </Section>
      )}
    </>
  );
}

function stateText(state: string | null): string {
  if (state === null) return "State not in the file";
  if (state === "enabled") return "On";
  if (state === "disabled") return "Off";
  return /^enabledForReporting/i.test(state) ? "Report only" : state;
}

function Lost({ lost }: { readonly lost: NonNullable<PolicyDetail["lost"]> }): ReactNode {
  return (
    <Section title="Lost by the export">
      <p className="note">
        <span className="tone-err">
          <Icon name="error" size="small" /> {lost.places.join(", ")}
        </span>
      </p>
      <p className="note quiet ca-break">{lost.exportWhole}</p>
      <CopyButton text={lost.exportWhole} label="Copy how to export it whole">
        Copy
      </CopyButton>
    </Section>
  );
}

/** More are counted. */
const mostNames = 12;

function Names({ list }: { readonly list: NamedList }): ReactNode {
  return (
    <dl className="ca-names">
      <dt>{list.title}</dt>
      {(["included", "excluded"] as const).map((side) =>
        list[side].length === 0 ? null : (
          <dd key={side}>
            <span className="faint">{side === "included" ? "Included" : "Excluded"}</span>{" "}
            {list[side].slice(0, mostNames).map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 && ", "}
                {name === null ? (
                  <code className="whole-id">{id}</code>
                ) : (
                  <span title={id}>
                    <MarkedText text={name} />
                  </span>
                )}
              </span>
            ))}
            {list[side].length > mostNames && ` and ${list[side].length - mostNames} more`}
          </dd>
        ),
      )}
    </dl>
  );
}
