import type { JamfProCalls } from "../contract/jamf-pro.ts";
import { type Inputs, nothing, secret } from "./common.ts";
import { z } from "./zod.ts";

const id = z.string().max(100).nullable();
const target = {
  id: z
    .string()
    .regex(/^\d{1,9}$/)
    .nullable(),
};
const name = z.string().max(1024);

export const jamfProInputs: Inputs<JamfProCalls> = {
  "jamfPro.current": nothing,
  "jamfPro.connect": z.strictObject({
    address: z.string().max(2048),
    environmentId: id,
    tenantId: id,
    signIn: z.union([
      z.strictObject({ kind: z.literal("client"), clientId: name, secret: secret.nullable() }),
      z.strictObject({ kind: z.literal("user"), name, password: secret }),
    ]),
    remember: z.boolean(),
  }),
  "jamfPro.practise": z.strictObject({ gateway: z.boolean() }),
  "jamfPro.disconnect": z.strictObject({ forget: z.boolean() }),
  "jamfPro.profiles": nothing,
  "jamfPro.stopReading": nothing,
  "jamfPro.plan": z.strictObject(target),
  "jamfPro.deliver": z.strictObject({ ...target, redeployTo: name.nullable(), lockOutOf: name.nullable() }),
  "jamfPro.accept": z.strictObject({
    domain: z.string().max(1000).nullable(),
    keyPath: z.string().max(4000),
    reason: z.string().max(500),
  }),
  "jamfPro.report": nothing,
  "jamfPro.restore": nothing,
  "jamfPro.code": z.strictObject({ format: z.enum(["terraform", "jamf-cli"]) }),
};
