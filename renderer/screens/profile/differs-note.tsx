import { type ReactNode, useId, useState } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import type { FieldDestination, Finding, IdentityField } from "../../../preload/contract.ts";
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
  return finding === undefined ? (
    <div className="differs">
      <p className="note">
        <b>The domains hold different values</b>
      </p>
      <Choice field={field} finding={finding} onSplit={onSplit} />
    </div>
  ) : (
    <Said finding={finding}>
      <Choice field={field} finding={finding} onSplit={onSplit} />
    </Said>
  );
}

type SaidProps = { readonly finding: Finding; readonly children: ReactNode };

/** The finding about the difference; the values that it names stand under it, and all that can be done in one row. */
function Said({ finding, children }: SaidProps): ReactNode {
  const titleId = useId();
  const shown = useShownFinding<HTMLElement>(finding, false);
  return (
    <article className="differs" aria-labelledby={titleId} {...shown}>
      <div className="differs-said">
        <span className={finding.severity === "warning" ? "tone-warn" : "quiet"}>
          <Icon name={severityIcon[finding.severity]} />
        </span>
        <p className="note">
          <span id={titleId}>
            <span className="visually-hidden">{severityWord[finding.severity]}: </span>
            <b>{finding.title}</b>
          </span>{" "}
          <WhyButton finding={finding} />
        </p>
      </div>
      {children}
    </article>
  );
}

/** Who reads the keys of a domain. */
const readers: Readonly<Record<string, string | undefined>> = {
  "com.jamf.connect.login": "login window",
  "com.jamf.connect": "menu bar / Self Service+",
};

/** Whose value was chosen, for who does not see the choice above the button. */
function chosenWords(holders: readonly FieldDestination[], chosen: FieldDestination): string {
  const { domain } = chosen.payload;
  const isOnlyOne = holders.filter((to) => to.payload.domain === domain).length === 1;
  const reader = isOnlyOne ? readers[domain]?.split(" /", 1)[0] : undefined;
  return reader === undefined ? "the chosen one" : `the ${reader}'s`;
}

/** The values with their domains, none chosen until somebody decides, and what can be done. */
function Choice({ field, finding, onSplit }: DiffersNoteProps): ReactNode {
  const editField = useDocument((state) => state.editField);
  const holders = field.destinations.filter((to) => to.value !== null);
  const [chosen, setChosen] = useState<number | null>(null);
  const holder = chosen === null ? undefined : holders[chosen];
  const words = `Use for ${holders.length > 2 ? "all" : "both"}`;
  // The page does not have a secret, so it cannot put it anywhere else.
  const canCopy = field.kind !== "secret" && field.kind !== "license";
  return (
    <>
      <RadioGroup
        aria-label={`${field.title}: two values`}
        value={chosen === null ? null : String(chosen)}
        onChange={(index) => setChosen(Number(index))}
      >
        {holders.map((to, index) => (
          <Radio key={`${to.payload.domain} ${to.keyPath}`} value={String(index)} className="differs-value">
            <span className="radio-mark" />
            <MiddleCut value={to.value === "" ? "(not shown)" : (to.value ?? "")} mono />
            <span className="differs-domain">
              {to.payload.domain}
              {readers[to.payload.domain] !== undefined && `: ${readers[to.payload.domain]}`}
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <div className="differs-acts">
        {canCopy && (
          <Button
            look={["small"]}
            isDisabled={holder === undefined}
            {...(holder === undefined ? {} : { "aria-label": `${words}: ${chosenWords(holders, holder)}` })}
            onPress={() => {
              if (holder !== undefined) void editField(field.id, holder.value ?? "");
            }}
          >
            {words}
          </Button>
        )}
        {finding !== undefined && <FixButton finding={finding} />}
        <Button look={["small", "plain"]} onPress={onSplit}>
          Set each…
        </Button>
      </div>
    </>
  );
}
