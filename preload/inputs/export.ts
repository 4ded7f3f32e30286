import type { ExportCalls } from "../contract/export.ts";
import { fileHandle, type Inputs, nothing, secret } from "./common.ts";
import { z } from "./zod.ts";

const eachChoice = {
  route: z.enum(["signed", "unsigned", "plist", "mac"]),
  blueprintReady: z.boolean(),
};
const days = z.number().int().min(0).max(36_525);
const exportChoice = { ...eachChoice, domain: z.string().max(255).nullable() };
const leaving = {
  identityId: z.string().max(64).nullable(),
  confirmedName: z.string().max(1_000).nullable(),
};

export const exportInputs: Inputs<ExportCalls> = {
  "export.checkSignature": z.strictObject({ file: fileHandle, original: fileHandle.nullable() }),
  "export.takeOffSignature": z.strictObject({ file: fileHandle }),
  "export.reSignList": z.strictObject({
    files: z.array(fileHandle).max(100),
    days,
  }),
  "export.keptSignatures": z.strictObject({
    list: fileHandle,
    here: z.array(z.string().max(4096)).max(20_000),
    days,
  }),
  "export.keepSignatures": z.strictObject({
    signatures: z
      .array(
        z.strictObject({
          file: z.string().min(1).max(4096),
          signer: z.string().max(4096),
          notAfter: z.string().max(40),
        }),
      )
      .max(10_000),
  }),
  "export.signAgain": z.strictObject({ file: fileHandle, identityId: z.string().max(64) }),
  "export.keychain": nothing,
  "export.unlockP12": z.strictObject({ file: fileHandle, passphrase: secret }),
  "export.unlockPem": z.strictObject({
    certificate: fileHandle,
    key: fileHandle.nullable(),
    chain: fileHandle.nullable(),
    passphrase: secret,
  }),
  "export.preview": z.strictObject(exportChoice),
  "export.previewEach": z.strictObject(eachChoice),
  "export.saveEach": z.strictObject({ ...eachChoice, ...leaving }),
  "export.save": z.strictObject({ ...exportChoice, ...leaving }),
};
