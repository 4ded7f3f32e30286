import { succeed } from "../../core/problem.ts";
import { identityPatch } from "../../core/profile/identity-fields.ts";
import { describeProfile } from "../../core/profile/index.ts";
import { editSource } from "../document/edit-source.ts";
import { edit, noDocument, redo, undo } from "../document/open-document.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** Opening, editing and closing the one document. */
export function profileHandlers({
  ports,
  document,
  documents: { openSource, change, close, view },
}: SessionServices): HandlersOf<"profile"> {
  return {
    "profile.choose": async () => {
      const file = await ports.chooseProfile();
      if (!file.ok) return file;
      if (file.value === null) return succeed(false);
      const opened = await openSource(file.value);
      return opened.ok ? succeed(true) : opened;
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
