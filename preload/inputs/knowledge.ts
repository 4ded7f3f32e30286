import type { KnowledgeCalls } from "../contract/knowledge.ts";
import { type Inputs, nothing } from "./common.ts";
import { z } from "./zod.ts";

export const knowledgeInputs: Inputs<KnowledgeCalls> = {
  "keys.catalogue": nothing,
  "tokens.claims": nothing,
  "explain.list": nothing,
  "explain.text": z.strictObject({ text: z.string().max(65_536) }),
};
