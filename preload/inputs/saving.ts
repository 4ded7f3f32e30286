import type { SavingCalls } from "../contract/saving.ts";
import { fileHandle, type Inputs, nothing } from "./common.ts";
import { unstoredField } from "./form.ts";
import { keyPath } from "./key-path.ts";
import { sourceText } from "./profile.ts";
import { z } from "./zod.ts";

const draftId = z.uuid();

export const savingInputs: Inputs<SavingCalls> = {
  "document.save": z.strictObject({ over: z.boolean() }),
  "document.saveAs": nothing,
  "document.duplicate": nothing,
  "document.revert": nothing,
  "document.discard": z.strictObject({ document: draftId }),
  "document.keepUnstored": z.strictObject({
    document: draftId,
    fields: z.array(unstoredField).max(1000),
    source: sourceText.nullable(),
  }),
  "document.unstored": nothing,
  "document.onDisk": nothing,
  "document.settle": z.discriminatedUnion("how", [
    z.strictObject({ how: z.literal("file"), path: keyPath.nullable(), file: fileHandle.nullable() }),
    z.strictObject({ how: z.literal("remove"), path: keyPath }),
    z.strictObject({ how: z.literal("text"), path: keyPath, text: z.string().min(1).max(1_000_000) }),
  ]),
  "drafts.list": nothing,
  "drafts.restore": z.strictObject({ id: draftId }),
  "drafts.forget": z.strictObject({ id: draftId.nullable() }),
};
