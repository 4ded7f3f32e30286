import type { DropCalls } from "../contract/drop.ts";
import type { Inputs } from "./common.ts";
import { z } from "./zod.ts";

export const dropInputs: Inputs<DropCalls> = {
  "drop.recognise": z.strictObject({
    isTogether: z.boolean(),
    files: z.array(z.strictObject({ path: z.string().max(4096), head: z.string().max(8192) })).max(20_000),
  }),
};
