import { memo, type ReactNode } from "react";
import type { KeyEntry } from "../../../preload/contract.ts";
import { controlsIn } from "../../components/controls.ts";
import { useForm } from "../../stores/context.ts";
import { lastName } from "../../stores/keys-store.ts";
import { defaultText, hasDefault } from "../../text/key-default.ts";
import { AddKeyForm } from "./add-key-form.tsx";
import { AddSecret } from "./add-secret.tsx";
import type { UnsetRow as UnsetRowData } from "./form-rows.ts";
import { DefaultNote, QuietRow } from "./quiet-row.tsx";
import { writePlace } from "./use-focused-key.ts";

type UnsetRowProps = { readonly row: UnsetRowData; readonly provider: string | null };

/** One key that the file does not set: quiet, with what holds without it, and a press that adds it. */
export const UnsetRow = memo(function UnsetRow({ row, provider }: UnsetRowProps): ReactNode {
  const { entry, canAdd, isNeeded, findings } = row;
  return (
    <QuietRow
      help={{ title: entry.title, text: null, entries: [entry] }}
      keyName={lastName(entry.keyPath)}
      place={`${entry.domain} › ${entry.keyPath}`}
      note={
        isNeeded ? (
          <b>Not set, and needed</b>
        ) : entry.anyKey !== undefined ? (
          "Keys of your own"
        ) : (
          <DefaultNote value={hasDefault(entry, provider) ? defaultText(entry, provider) : null} />
        )
      }
      findings={findings}
      marks={{ "data-unset": entry.keyPath, "data-domain": entry.domain }}
    >
      {canAdd && <Adding row={row} path={entry.keyPath.split(".")} />}
    </QuietRow>
  );
});

type AddingProps = { readonly row: UnsetRowData; readonly path: readonly string[] };

/** How a key is added: a secret is typed first, a dictionary of free keys gets a key, everything else its first value. */
function Adding({ row: { entry }, path }: AddingProps): ReactNode {
  const add = useForm((state) => state.add);
  const payload = { domain: entry.domain };
  if (entry.anyKey !== undefined) {
    return <AddKeyForm label={`Add a key to ${entry.title}`} payload={payload} under={path} />;
  }
  if (entry.sensitive) {
    return <AddSecret entry={entry} path={path} />;
  }
  return (
    <button
      type="button"
      className="button button-small"
      aria-label={`Add ${entry.title}`}
      onClick={(event) => {
        const form = event.currentTarget.closest(".profile-form");
        void add({ payload, path }).then((isAdded) => {
          if (isAdded && form !== null) {
            focusRow(form, entry);
          }
        });
      }}
    >
      Add
    </button>
  );
}

/**
 * The row of a key that was added may stand elsewhere, under another heading, and comes when the page is drawn, which may take its time:
 * the focus goes there, unless it has gone somewhere else meanwhile.
 */
function focusRow(form: Element, { domain, keyPath }: KeyEntry): void {
  const place = writePlace({ domain, index: 0, keyPath });
  const before = document.activeElement;
  const isSettled = (): boolean => {
    const { activeElement } = document;
    // What was pressed goes with its row, and the focus falls back to the page.
    if (activeElement !== before && activeElement !== document.body) return true;
    const row = [...form.querySelectorAll<HTMLElement>("[data-place]")].find(
      (candidate) => candidate.dataset["place"] === place,
    );
    if (row !== undefined && !row.contains(activeElement)) controlsIn(row)[0]?.focus();
    return row !== undefined;
  };
  if (isSettled()) return;
  const drawn = new MutationObserver(() => {
    if (isSettled()) drawn.disconnect();
  });
  drawn.observe(form, { childList: true, subtree: true, attributeFilter: ["data-place"] });
}
