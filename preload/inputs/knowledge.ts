import type { KnowledgeCalls } from "../contract/knowledge.ts";
import { type Inputs, nothing } from "./common.ts";
import { z } from "./zod.ts";

/** No id of a rule is nearly as long. */
const longestRuleId = 100;

export const knowledgeInputs: Inputs<KnowledgeCalls> = {
  "keys.catalogue": nothing,
  "rules.explain": z.strictObject({ rule: z.string().max(longestRuleId) }),
  "tokens.claims": nothing,
};
