import type { KeyPath } from "../../main/core/profile/patch.ts";
import { z } from "./zod.ts";

/** Path to a value: dictionary keys and array positions, as deep as property lists are read. */
export const keyPath: z.ZodType<KeyPath> = z
  .array(z.union([z.string(), z.number().int().nonnegative()]))
  .max(512);
