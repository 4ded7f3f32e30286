import type { ReactNode } from "react";
import type { ProfileView } from "../../../preload/contract.ts";
import { FindingNote } from "../../components/finding-note.tsx";
import type { DescribedKey } from "../../stores/keys-store.ts";
import { findingName } from "../../text/finding-name.ts";
import { KeyControl } from "./key-control.tsx";
import { placeName } from "./tabs.ts";
import { writePlace } from "./use-focused-key.ts";
import { useRowOfFindings } from "./use-row-of-findings.ts";

type KeyRowProps = { readonly view: ProfileView; readonly entry: DescribedKey };

/** One key of a payload: its name, its value in a fitting control, its meaning, its findings. */
export function KeyRow({ view, entry }: KeyRowProps): ReactNode {
  const place = placeName(entry.payload.domain, entry.keyPath);
  const findings = (view.findings ?? []).filter(
    ({ where }) => placeName(where.domain ?? "", where.keyPath ?? "") === place,
  );
  const onFocus = useRowOfFindings(findings);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches where the focus goes inside
    <div
      className="key-row"
      onFocus={onFocus}
      data-key={entry.keyPath}
      data-place={writePlace({
        domain: entry.payload.domain,
        index: entry.payload.index ?? 0,
        keyPath: entry.keyPath,
      })}
    >
      <span className="key-label">
        {entry.title}
        {!entry.known && <span className="key-unknown">not in the catalogue</span>}
      </span>
      <div className="grow">
        <KeyControl entry={entry} />
        <p className="key-goes">
          <b>{entry.keyPath}</b> {entry.type}
        </p>
        {entry.description !== null && <p className="key-help">{entry.description}</p>}
        {findings.map((finding) => (
          <FindingNote key={findingName(finding)} finding={finding} />
        ))}
      </div>
    </div>
  );
}
