import type { PoliciesCalls } from "../contract/policies.ts";
import { fileData, fileName, type Inputs, nothing, optionalUserName, settingsSource } from "./common.ts";
import { z } from "./zod.ts";

export const policiesInputs: Inputs<PoliciesCalls> = {
  "policies.current": nothing,
  "policies.load": z.strictObject({ name: fileName, data: fileData }),
  "policies.clear": nothing,
  "policies.explain": z.strictObject({ from: settingsSource, username: optionalUserName }),
  "recipes.list": nothing,
  "recipes.apply": z.strictObject({
    name: z.string().max(64),
    loginApi: z.string().max(300),
    checkApi: z.string().max(300),
  }),
};
