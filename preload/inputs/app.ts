import type { AppCalls } from "../contract/app.ts";
import { type Inputs, nothing } from "./common.ts";
import { z } from "./zod.ts";

export const appInputs: Inputs<AppCalls> = {
  "app.describe": nothing,
  "app.watchClosing": z.strictObject({ canAsk: z.boolean() }),
  "app.answerClosing": z.strictObject({ close: z.boolean() }),
};
