import type { ExportCalls } from "../contract/export.ts";
import { fileHandle, type Inputs, secret } from "./common.ts";
import { z } from "./zod.ts";

const exportChoice = {
  route: z.enum(["signed", "unsigned", "plist", "mac"]),
  domain: z.string().max(255).nullable(),
  blueprintReady: z.boolean(),
};

export const exportInputs: Inputs<ExportCalls> = {
  "export.checkSignature": z.strictObject({ file: fileHandle, original: fileHandle.nullable() }),
  "export.takeOffSignature": z.strictObject({ file: fileHandle }),
  "export.reSignList": z.strictObject({
    files: z.array(fileHandle).max(100),
    days: z.number().int().min(0).max(36_525),
  }),
  "export.signAgain": z.strictObject({ file: fileHandle, identityId: z.string().max(64) }),
  "export.unlockP12": z.strictObject({ file: fileHandle, passphrase: secret }),
  "export.unlockPem": z.strictObject({
    certificate: fileHandle,
    key: fileHandle.nullable(),
    chain: fileHandle.nullable(),
    passphrase: secret,
  }),
  "export.preview": z.strictObject(exportChoice),
  "export.save": z.strictObject({
    ...exportChoice,
    identityId: z.string().max(64).nullable(),
    confirmedName: z.string().max(1_000).nullable(),
  }),
};
