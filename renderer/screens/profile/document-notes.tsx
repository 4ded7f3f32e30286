import type { ReactNode } from "react";
import type { DocumentNote } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";

/** What there is to say about the file before its settings: where the profile was, or why there is nothing to edit. */
export function DocumentNotes({ notes }: { readonly notes: readonly DocumentNote[] }): ReactNode {
  if (notes.length === 0) {
    return null;
  }
  return (
    <section className="document-notes" aria-label="About this file">
      {notes.map((note) => (
        <p
          key={`${note.code} ${note.title}`}
          className={note.code === "taken-out" ? "document-note" : "document-note document-note-warn"}
        >
          <Icon name={note.code === "taken-out" ? "info" : "warning"} size="small" />
          <span>
            <b>{note.title}</b> {note.detail} {note.fix}
          </span>
        </p>
      ))}
    </section>
  );
}
