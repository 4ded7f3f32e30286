import { succeed } from "../../core/problem.ts";
import { applyFixes, previewFixes } from "../document/fixes.ts";
import { addByHand, addKey, enterValue, readTyped, removeKey } from "../document/form-edits.ts";
import { importLicense } from "../document/license-import.ts";
import { noDocument } from "../document/open-document.ts";
import { readGiven } from "../files/file-handles.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** Largest license file that is read; real ones have a kilobyte or two. */
const maximumLicenseBytes = 256 * 1024;

/** What the form of the profile asks for: typed values, added and removed keys, fixes. */
export function formHandlers({ ports, document, change }: SessionServices): HandlersOf<"form"> {
  return {
    "form.check": async (typed) => {
      const read = readTyped(typed);
      return succeed(read.ok ? null : read.problem);
    },
    "form.enter": async (typed) => change((current) => enterValue(current, typed)),
    "form.add": async ({ payload, path }) => change((current) => addKey(current, payload, path)),
    "form.addByHand": async (key) => change((current) => addByHand(current, key)),
    "form.remove": async ({ payload, path }) => change((current) => removeKey(current, payload, path)),
    "form.importLicense": async ({ file, domain }) => {
      const given = await readGiven(ports.files, file, maximumLicenseBytes);
      if (!given.ok) return given;
      return change((current) => importLicense(current, given.value.bytes, domain));
    },
    "form.fixes": async () => {
      const open = document();
      return open === null ? noDocument() : succeed(previewFixes(open));
    },
    "form.applyFixes": async ({ fixes }) => change((current) => applyFixes(current, fixes)),
  };
}
