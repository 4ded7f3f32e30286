import { memo, type ReactNode } from "react";
import { FindingNote } from "../../components/finding-note.tsx";
import { useForm } from "../../stores/context.ts";
import { lastName } from "../../stores/keys-store.ts";
import { findingName } from "../../text/finding-name.ts";
import { defaultText } from "../../text/key-default.ts";
import { AddKeyForm } from "./add-key-form.tsx";
import { AddSecret } from "./add-secret.tsx";
import type { UnsetRow as UnsetRowData } from "./form-rows.ts";
import { FoundText } from "./found-text.tsx";
import { HelpButton } from "./key-help.tsx";

type UnsetRowProps = { readonly row: UnsetRowData; readonly provider: string | null };

/** One key that the file does not set: quiet, with what holds without it, and a press that adds it. */
export const UnsetRow = memo(function UnsetRow({ row, provider }: UnsetRowProps): ReactNode {
  const { entry, canAdd, isNeeded } = row;
  const path = entry.keyPath.split(".");
  const line = (
    <div className="unset-row" data-unset={entry.keyPath} data-domain={entry.domain}>
      <span className="key-name">
        <bdi className="cut" title={entry.title}>
          <FoundText text={entry.title} />
        </bdi>
        <HelpButton help={{ title: entry.title, text: null, entries: [entry] }} />
      </span>
      <code className="unset-path cut" title={`${entry.domain} › ${entry.keyPath}`}>
        <FoundText text={lastName(entry.keyPath)} />
      </code>
      <span className="unset-default cut" title={defaultText(entry, provider)}>
        {isNeeded ? (
          <b>Not set, and needed</b>
        ) : entry.anyKey === undefined ? (
          <>Not set. Default: {defaultText(entry, provider)}</>
        ) : (
          "Keys of your own"
        )}
      </span>
      {canAdd && <Adding row={row} path={path} />}
    </div>
  );
  return row.findings.length === 0 ? (
    line
  ) : (
    <>
      {line}
      <div className="unset-findings">
        {row.findings.map((finding) => (
          <FindingNote key={findingName(finding)} finding={finding} />
        ))}
      </div>
    </>
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
          if (isAdded) {
            focusRow(form, entry.keyPath);
          }
        });
      }}
    >
      Add
    </button>
  );
}

/** The row of a key that was added has another control in the place of the button that was pressed: the focus goes there. */
function focusRow(form: Element | null, keyPath: string): void {
  requestAnimationFrame(() => {
    const row = [...(form?.querySelectorAll<HTMLElement>("[data-key]") ?? [])].find(
      (candidate) => candidate.dataset["key"] === keyPath,
    );
    row
      ?.querySelector<HTMLElement>("input, textarea, .popup, .key-control button")
      ?.focus({ preventScroll: false });
  });
}
