import type { OpenDocument } from "../../main/app/document/open-document.ts";
import type { ProfileDocument } from "../../main/core/profile/index.ts";

/** A document as it is open after a draft was restored whose file nobody knows. */
export function openOf(document: ProfileDocument, mark: string): OpenDocument {
  return {
    fileName: "a.mobileconfig",
    bytes: 1,
    document,
    signature: null,
    isFileSigned: false,
    practice: false,
    place: null,
    digest: "0".repeat(64),
    inside: null,
    saved: null,
    written: null,
    draftId: "6a3c4a0e-1111-4222-8333-444444444444",
    mark,
    undo: [],
    redo: [],
  };
}
