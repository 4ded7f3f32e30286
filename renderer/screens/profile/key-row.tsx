import { memo, type ReactNode } from "react";
import type { ProfileView } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { useDocument, useForm } from "../../stores/context.ts";
import { cutMiddle } from "../../text/cut-middle.ts";
import type { SetRow } from "./form-rows.ts";
import { FoundText } from "./found-text.tsx";
import { ItemFindingsContext, partFindings } from "./item-findings.tsx";
import { type Help, HelpButton } from "./key-help.tsx";
import { worst } from "./profile-tabs.tsx";
import { RowFindings } from "./row-findings.tsx";
import { SecretControl } from "./secret-control.tsx";
import { UnseenNote } from "./unseen-note.tsx";
import { writePlace } from "./use-focused-key.ts";
import { useRowOfFindings } from "./use-row-of-findings.ts";
import { ValueControl } from "./value-control.tsx";

type KeyRowProps = { readonly row: SetRow };

/** Longest name of a key that is shown whole. */
const longestName = 60;

/** One key that the file sets: its name, its value in a fitting control, where it stands, its findings. */
export const KeyRow = memo(function KeyRow({ row }: KeyRowProps): ReactNode {
  const { key, entry, title, findings } = row;
  const edit = useDocument((state) => state.edit);
  const onFocus = useRowOfFindings(findings);
  const severity = worst(findings);
  const { own, ofItems } = partFindings(key, entry, findings);
  const hasFix = findings.some(({ rule }) => rule === "invisible-characters");
  const place = { payload: key.payload, path: key.path };
  const tone =
    severity === "error" ? "error" : severity === "warning" || key.unseen !== null ? "warning" : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches where the focus goes inside
    <div
      className="key-row key-row-set"
      onFocus={onFocus}
      data-key={key.keyPath}
      data-place={writePlace({
        domain: key.payload.domain,
        index: key.payload.index ?? 0,
        keyPath: key.keyPath,
      })}
    >
      <RowLabel title={title} help={helpOf(row)} isKnown={entry !== null} />
      <div className="grow">
        <div className="key-control">
          <div className="grow">
            {key.secret ? (
              <SecretControl place={place} title={title} shown={key.display} />
            ) : (
              <ItemFindingsContext value={ofItems}>
                <ValueControl
                  place={place}
                  entry={entry}
                  value={key.value}
                  title={title}
                  unseen={key.unseen}
                  {...(tone === null ? {} : { tone })}
                />
              </ItemFindingsContext>
            )}
          </div>
          <RemoveButton row={row} />
        </div>
        <p className="key-goes">
          <Icon name="arrow" size="small" />
          <span title={key.keyPath}>
            goes to{" "}
            <span className="key-domain">
              {key.payload.domain === "" ? "this payload" : key.payload.domain} ›
            </span>{" "}
            <b>
              <FoundText text={cutMiddle(key.keyPath, 120)} />
            </b>
            , {typeWord(key.type)}
          </span>
        </p>
        {key.unseen !== null && (
          <UnseenNote
            unseen={key.unseen}
            text={typeof key.value === "string" ? key.value : null}
            label={title}
            {...(hasFix
              ? {}
              : { onRemove: () => void edit({ op: "set", ...place, value: key.unseen?.clean ?? "" }) })}
          />
        )}
        <RowFindings findings={own} />
      </div>
    </div>
  );
});

function RemoveButton({ row: { key, title } }: KeyRowProps): ReactNode {
  const remove = useForm((state) => state.remove);
  return (
    <button
      type="button"
      className="row-remove"
      aria-label={`Remove ${cutMiddle(title, longestName)}`}
      title="Remove the key from the file"
      onClick={() => void remove({ payload: key.payload, path: key.path })}
    >
      <Icon name="remove" size="small" />
    </button>
  );
}

type RowLabelProps = { readonly title: string; readonly help: Help; readonly isKnown: boolean };

/** The name of a row with its help behind a press. */
export function RowLabel({ title, help, isKnown }: RowLabelProps): ReactNode {
  return (
    <span className="key-label">
      <span className="key-name">
        <bdi title={title}>
          <FoundText text={cutMiddle(title, longestName)} />
        </bdi>
        <HelpButton help={help} />
      </span>
      {!isKnown && <span className="key-unknown">not in the catalogue</span>}
    </span>
  );
}

function helpOf({ entry, title }: SetRow): Help {
  return { title: cutMiddle(title, longestName), text: null, entries: entry === null ? [] : [entry] };
}

const words: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "yes or no",
  integer: "whole number",
  real: "number",
  array: "list",
};

/** The type of a value in words. */
function typeWord(type: ProfileView["payloads"][number]["keys"][number]["type"]): string {
  return words[type] ?? type;
}
