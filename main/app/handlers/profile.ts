import type { CallInput } from "../../../preload/contract.ts";
import { succeed } from "../../core/problem.ts";
import { identityPatch } from "../../core/profile/identity-fields.ts";
import { describeProfile } from "../../core/profile/index.ts";
import { comparedViews } from "../document/compare.ts";
import { editSource } from "../document/edit-source.ts";
import { openBeside } from "../document/file-now.ts";
import { edit, noDocument, type OpenDocument, redo, undo } from "../document/open-document.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** Opening, editing and closing the one document. */
export function profileHandlers({
  ports,
  lastExport,
  document,
  documents: { openSource, change, close, view, current },
}: SessionServices): HandlersOf<"profile"> {
  const otherDocument = async (input: CallInput<"profile.compare">, open: OpenDocument) => {
    if (input.with === "export") {
      const exported = lastExport.of(open);
      return exported.ok ? succeed({ name: "the last export", document: exported.value }) : exported;
    }
    const beside = await openBeside(ports, open, input.with === "file" ? input.file : null);
    if (!beside.ok) return beside;
    const { name, opened } = beside.value;
    return succeed({ name, document: opened.document });
  };
  return {
    "profile.compare": async (input) => {
      const open = current();
      if (open === null) return noDocument();
      const other = await otherDocument(input, open);
      if (!other.ok) return other;
      const { name, document } = other.value;
      return succeed({ other: name, changes: comparedViews(document, open.document) });
    },
    "profile.choose": async () => {
      const file = await ports.chooseProfile();
      if (!file.ok) return file;
      if (file.value === null) return succeed(null);
      return succeed({ fileName: file.value.name, file: ports.files.give(file.value) });
    },
    "profile.open": async ({ file }) => {
      const given = ports.files.take(file);
      return given.ok ? openSource(given.value) : given;
    },
    "profile.current": async () => succeed(view()),
    "profile.edit": async ({ patch }) => change((current) => edit(current, patch)),
    "profile.editField": async ({ field, value, domain }) =>
      change((current) =>
        edit(current, identityPatch(describeProfile(current.document).payloads, field, value, domain)),
      ),
    "profile.editSource": async (source) => {
      const open = document();
      if (open === null) return noDocument();
      const edited = editSource(open, source);
      if (!edited.ok) return edited;
      const { open: next, ...taken } = edited.value;
      if (next !== open) change(() => succeed(next));
      return succeed(taken);
    },
    "profile.undo": async () => change(undo),
    "profile.redo": async () => change(redo),
    "profile.close": async () => {
      close();
      return succeed(null);
    },
  };
}
