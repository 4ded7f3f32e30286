import type { ExplainCalls } from "../contract/explain.ts";
import { fileHandle, type Inputs, nothing } from "./common.ts";
import { z } from "./zod.ts";

const path = z.string().min(1).max(4096);

export const explainInputs: Inputs<ExplainCalls> = {
  "explain.list": nothing,
  "explain.commands": nothing,
  "explain.stop": nothing,
  // A pasted log; main says in its own words what is too long for an error.
  "explain.text": z.strictObject({ text: z.string().max(4_000_000) }),
  "explain.chooseFiles": z.strictObject({ paths: z.array(path).max(20_000) }),
  "explain.files": z.strictObject({
    folder: z.string().max(4096).nullable(),
    files: z.array(z.strictObject({ file: fileHandle, path })).max(200),
    passedOver: z.number().int().min(0).max(1_000_000),
    notRead: z.array(z.string().max(5000)).max(10),
  }),
};
