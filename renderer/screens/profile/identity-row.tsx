import { memo, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { FieldDestination, IdentityField } from "../../../preload/contract.ts";
import { controlsIn } from "../../components/controls.ts";
import { useDocument, useForm, useKeys } from "../../stores/context.ts";
import { fieldKey } from "../../stores/form-store.ts";
import { Destinations } from "./destinations.tsx";
import { DiffersNote } from "./differs-note.tsx";
import type { FieldRow } from "./form-rows.ts";
import { IdentityControl, sharedField } from "./identity-control.tsx";
import { AddSecretField } from "./identity-secret.tsx";
import { UnsetField } from "./identity-unset.tsx";
import type { Help } from "./key-help.tsx";
import { RowLabel } from "./key-row.tsx";
import { isLeftOutAt } from "./left-out.tsx";
import { worst } from "./profile-tabs.tsx";
import { RowFindings } from "./row-findings.tsx";
import { UnseenNote } from "./unseen-note.tsx";
import { writePlace } from "./use-focused-key.ts";
import { useRowOfFindings } from "./use-row-of-findings.ts";

type IdentityRowProps = { readonly row: FieldRow };

/** One value that the domains share. While it is not set, and nothing needs it, it is as quiet as any other key. */
export const IdentityRow = memo(function IdentityRow({ row }: IdentityRowProps): ReactNode {
  const { field, findings } = row;
  const catalogue = useKeys((state) => state.catalogue);
  const [isAdding, setAdding] = useState(false);
  const key = fieldKey(sharedField(field, null, field.title));
  const isTyped = useForm((state) => state.typed[key] !== undefined);
  const isLeftOut = useDocument((state) =>
    field.destinations.some((to) => isLeftOutAt(state.view?.leftOut ?? [], to)),
  );
  const isSet = field.destinations.some((to) => to.value !== null);
  const isGrave = !["info", null].includes(worst(findings));
  const entries = field.destinations.flatMap(
    ({ payload, keyPath }) => catalogue.find(payload.domain, keyPath) ?? [],
  );
  const help: Help = { title: field.title, text: field.help, entries };
  return isSet || isAdding || isTyped || isLeftOut || isGrave || row.isNeeded ? (
    <FieldShown row={row} help={help} isAdding={isAdding && !isSet} onDone={() => setAdding(false)} />
  ) : (
    <UnsetField row={row} help={help} onAdd={() => setAdding(true)} />
  );
});

type FieldShownProps = IdentityRowProps & {
  readonly help: Help;
  /** Somebody has pressed for the field: it gets the focus. */
  readonly isAdding: boolean;
  readonly onDone: () => void;
};

/** Entered once, with where it goes, or one for each domain. */
function FieldShown({ row, help, isAdding, onDone }: FieldShownProps): ReactNode {
  const { field, findings } = row;
  const helpId = useId();
  const editField = useDocument((state) => state.editField);
  const [isSplit, setSplit] = useState(false);
  const severity = worst(findings);
  const onFocus = useRowOfFindings(findings);
  const tone = severity === "error" ? "error" : severity === "warning" ? "warning" : undefined;
  const isChoice = !isSplit && field.differs;
  // The choice says it already: one box, not two about the same.
  const said = isChoice ? findings.find(({ rule }) => rule === "domains-disagree") : undefined;
  const canSplit = field.destinations.length > 1;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches where the focus goes inside
    <div
      ref={useFocusOnce(isAdding)}
      className={field.destinations.some((to) => to.value !== null) ? "key-row key-row-set" : "key-row"}
      onFocus={onFocus}
      data-field={field.id}
      {...placeOf(field)}
    >
      <RowLabel title={field.title} help={help} isKnown />
      <div className="grow">
        {isSplit ? (
          <SplitFields field={field} onJoin={() => setSplit(false)} />
        ) : field.differs ? (
          <DiffersNote field={field} finding={said} onSplit={() => setSplit(true)} />
        ) : (
          <>
            {field.kind === "secret" ? (
              <AddSecretField
                field={field}
                destination={null}
                label={field.title}
                isTypedAtOnce={isAdding}
                onDone={onDone}
              />
            ) : (
              <IdentityControl
                field={field}
                destination={null}
                helpId={helpId}
                {...(tone === undefined ? {} : { tone })}
              />
            )}
            <Destinations field={field} {...(canSplit ? { onSplit: () => setSplit(true) } : {})} />
          </>
        )}
        <p id={helpId} className="visually-hidden">
          {field.help}
        </p>
        {field.unseen !== null && !field.differs && (
          <UnseenNote
            unseen={field.unseen}
            text={field.value}
            label={field.title}
            onRemove={() => void editField(field.id, String(field.unseen?.clean ?? ""))}
          />
        )}
        <RowFindings findings={findings.filter((finding) => finding !== said)} />
      </div>
    </div>
  );
}

/** Gives the first control of a row the focus when the row has come by a press. */
function useFocusOnce(isWanted: boolean) {
  const row = useRef<HTMLDivElement>(null);
  const isFirst = useRef(isWanted);
  useEffect(() => {
    if (isFirst.current && row.current !== null && !row.current.contains(document.activeElement)) {
      controlsIn(row.current)[0]?.focus();
    }
    isFirst.current = false;
  }, []);
  return row;
}

type SplitFieldsProps = { readonly field: IdentityField; readonly onJoin: () => void };

/** A field for each domain, where the two are meant to differ. */
function SplitFields({ field, onJoin }: SplitFieldsProps): ReactNode {
  return (
    <fieldset className="split-fields">
      <legend className="visually-hidden">{field.title}, one for each domain</legend>
      {field.destinations.map((to) => (
        <div key={nameOf(to)}>
          <IdentityControl field={field} destination={to} helpId={undefined} />
          <p className="key-goes">
            <span>
              <span className="key-domain">{to.payload.domain} ›</span> <b>{to.keyPath}</b>
            </span>
          </p>
        </div>
      ))}
      <button type="button" className="plain-add" onClick={onJoin}>
        One value for both
      </button>
    </fieldset>
  );
}

function nameOf({ payload, keyPath }: FieldDestination): string {
  return `${payload.domain} ${payload.index ?? 0} ${keyPath}`;
}

/** The place that the source marks while this row has the focus: the first that holds a value. */
function placeOf(field: IdentityField): { readonly "data-place"?: string } {
  const holder = field.destinations.find((to) => to.value !== null);
  if (holder === undefined) {
    return {};
  }
  const { payload, keyPath } = holder;
  return { "data-place": writePlace({ domain: payload.domain, index: payload.index ?? 0, keyPath }) };
}
