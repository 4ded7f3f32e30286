import type { ExportCalls } from "../contract/export.ts";
import { fileData, type Inputs, secret } from "./common.ts";
import { z } from "./zod.ts";

const exportForm = {
  form: z.enum(["mobileconfig", "custom-settings", "plist"]),
  domain: z.string().max(255).nullable(),
};

export const exportInputs: Inputs<ExportCalls> = {
  "export.unlockP12": z.strictObject({ name: z.string().max(255), data: fileData, passphrase: secret }),
  "export.unlockPem": z.strictObject({
    name: z.string().max(255),
    certificate: z.string().max(1_000_000),
    key: z.string().max(1_000_000),
    passphrase: secret,
  }),
  "export.preview": z.strictObject(exportForm),
  "export.save": z.strictObject({ ...exportForm, identityId: z.string().max(64).nullable() }),
};
