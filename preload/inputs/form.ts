import type { FormCalls } from "../contract/form.ts";
import { fileHandle, type Inputs, nothing } from "./common.ts";
import { keyPath } from "./key-path.ts";
import { identityField, payload } from "./profile.ts";
import { z } from "./zod.ts";

/** Longer than every value that a field is good for, license data and texts of policies included. */
const longestText = 1_048_576;

const place = { payload, path: keyPath };
const scalars = ["string", "boolean", "integer", "real", "date", "data"] as const;
const text = z.string().max(longestText);
const typed = z.strictObject({ ...place, type: z.enum(scalars).nullable(), text });
/** A typed value with what the page knows of its field. */
export const unstoredField = typed.extend({
  label: z.string().max(4096),
  takesAnyText: z.boolean(),
  shared: z.strictObject({ id: identityField, domain: z.string().max(255).nullable() }).exactOptional(),
});

export const formInputs: Inputs<FormCalls> = {
  "form.check": typed,
  "form.enter": typed,
  "form.add": z.strictObject(place),
  "form.addByHand": z.strictObject({ ...place, type: z.enum([...scalars, "array", "dict"]), text }),
  "form.remove": z.strictObject(place),
  "form.importLicense": z.strictObject({ file: fileHandle, domain: z.string().max(255).nullable() }),
  "form.fixes": nothing,
  "form.applyFixes": z.strictObject({ fixes: z.array(z.string().max(4096)).min(1).max(10_000) }),
};
