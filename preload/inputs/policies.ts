import type { PoliciesCalls } from "../contract/policies.ts";
import { fileHandle, type Inputs, nothing, optionalUserName, settingsSource } from "./common.ts";
import { z } from "./zod.ts";

export const policiesInputs: Inputs<PoliciesCalls> = {
  "policies.current": nothing,
  "policies.load": z.strictObject({ file: fileHandle }),
  "policies.loadFolder": z.strictObject({
    name: z.string().max(4096),
    files: z.array(z.strictObject({ file: fileHandle, path: z.string().max(4096) })).max(2000),
  }),
  "policies.clear": nothing,
  "policies.explain": z.strictObject({ from: settingsSource, username: optionalUserName }),
  "recipes.list": nothing,
  "recipes.apply": z.strictObject({
    name: z.string().max(64),
    loginApi: z.string().max(300),
    checkApi: z.string().max(300),
  }),
};
