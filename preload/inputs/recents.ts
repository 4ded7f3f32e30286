import type { RecentsCalls } from "../contract/recents.ts";
import { type Inputs, nothing } from "./common.ts";
import { z } from "./zod.ts";

export const recentsInputs: Inputs<RecentsCalls> = {
  "recents.list": nothing,
  "recents.open": z.strictObject({ id: z.string().max(64) }),
  "recents.forget": nothing,
};
