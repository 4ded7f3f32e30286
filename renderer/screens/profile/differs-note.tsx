import { type ReactNode, useId, useState } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import type { Finding, IdentityField } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { severityIcon, severityWord } from "../../components/finding-note.tsx";
import { FixButton } from "../../components/fix-button.tsx";
import { Icon } from "../../components/icon.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { useShownFinding } from "../../components/use-shown-finding.ts";
import { WhyButton } from "../../components/why-button.tsx";
import { useDocument } from "../../stores/context.ts";

type DiffersNoteProps = {
  readonly field: IdentityField;
  /** What is said about the difference; undefined where it is none that matters. */
  readonly finding: Finding | undefined;
  readonly onSplit: () => void;
};

/** Two domains hold two values: choose one for both, or leave it as it is on purpose. */
export function DiffersNote({ field, finding, onSplit }: DiffersNoteProps): ReactNode {
  const editField = useDocument((state) => state.editField);
  const holders = field.destinations.filter((to) => to.value !== null);
  const [chosen, setChosen] = useState(0);
  const value = holders[chosen]?.value ?? "";
  // The page does not have a secret, so it cannot put it anywhere else.
  const canCopy = field.kind !== "secret" && field.kind !== "license";
  return (
    <div className="differs">
      {finding !== undefined && <Said finding={finding} />}
      <RadioGroup
        aria-label={`${field.title}: two values`}
        value={String(chosen)}
        onChange={(index) => setChosen(Number(index))}
      >
        {finding === undefined && (
          <p className="note">
            <b>The domains hold different values</b>
          </p>
        )}
        {holders.map((to, index) => (
          <Radio key={`${to.payload.domain} ${to.keyPath}`} value={String(index)} className="differs-value">
            <span className="radio-mark" />
            <MiddleCut value={to.value === "" ? "(not shown)" : (to.value ?? "")} mono />
            <span className="faint">{to.payload.domain}</span>
          </Radio>
        ))}
      </RadioGroup>
      <div className="row">
        {canCopy && (
          <Button look={["small"]} onPress={() => editField(field.id, value)}>
            Use the marked one for both
          </Button>
        )}
        <Button look={["small", "plain"]} onPress={onSplit}>
          Set each…
        </Button>
        <span className="small quiet">Or leave both.</span>
      </div>
    </div>
  );
}

/** The finding about the difference; the values that it names stand under it. */
function Said({ finding }: { readonly finding: Finding }): ReactNode {
  const titleId = useId();
  const shown = useShownFinding<HTMLElement>(finding, false);
  return (
    <article className="differs-said" aria-labelledby={titleId} {...shown}>
      <span className={finding.severity === "warning" ? "tone-warn" : "quiet"}>
        <Icon name={severityIcon[finding.severity]} />
      </span>
      <span id={titleId} className="note grow">
        <span className="visually-hidden">{severityWord[finding.severity]}: </span>
        <b>{finding.title}</b>
      </span>
      <span className="finding-actions">
        <WhyButton finding={finding} />
        <FixButton finding={finding} />
      </span>
    </article>
  );
}
