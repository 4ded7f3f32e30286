import type { KnowledgeCalls } from "../contract/knowledge.ts";
import { type Inputs, nothing } from "./common.ts";

export const knowledgeInputs: Inputs<KnowledgeCalls> = {
  "keys.catalogue": nothing,
  "tokens.claims": nothing,
};
