import type { ExportCalls } from "../contract/export.ts";
import { fileHandle, type Inputs, secret } from "./common.ts";
import { z } from "./zod.ts";

const exportForm = {
  form: z.enum(["mobileconfig", "custom-settings", "plist"]),
  domain: z.string().max(255).nullable(),
};

export const exportInputs: Inputs<ExportCalls> = {
  "export.unlockP12": z.strictObject({ file: fileHandle, passphrase: secret }),
  "export.unlockPem": z.strictObject({
    certificate: fileHandle,
    key: fileHandle.nullable(),
    passphrase: secret,
  }),
  "export.preview": z.strictObject(exportForm),
  "export.save": z.strictObject({ ...exportForm, identityId: z.string().max(64).nullable() }),
};
