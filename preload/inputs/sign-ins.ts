import { signInClasses } from "../../main/core/sign-ins/sign-in-class.ts";
import type { SignInsCalls } from "../contract/sign-ins.ts";
import { fileHandle, type Inputs, nothing } from "./common.ts";
import { graphSignIn } from "./graph.ts";
import { z } from "./zod.ts";

const time = z.number().int().min(0).max(8.64e15).nullable();
const appIds = z.array(z.string().min(1).max(200)).max(100);
const text = z.string().max(1024).nullable();

const filter = z.strictObject({ appIds, since: time, until: time, user: text });

const selection = {
  filter,
  classes: z.array(z.enum(signInClasses)).max(signInClasses.length),
  failuresOnly: z.boolean(),
  code: z.number().int().min(-2_147_483_648).max(2_147_483_647).nullable(),
  policy: text,
  place: text,
  search: z.string().max(1024),
};

export const signInsInputs: Inputs<SignInsCalls> = {
  "signIns.current": nothing,
  "signIns.apps": nothing,
  "signIns.add": z.strictObject({
    files: z
      .array(z.strictObject({ file: fileHandle, path: z.string().min(1).max(4096) }))
      .min(1)
      .max(1000),
  }),
  "signIns.fromGraph": z.strictObject({
    ...graphSignIn,
    days: z.number().int().min(1).max(30),
    risk: z.boolean(),
  }),
  "signIns.findInGraph": z.strictObject({
    ...graphSignIn,
    correlationId: z.guid().nullable(),
    requestId: z.guid().nullable(),
  }),
  "signIns.stop": nothing,
  "signIns.clear": nothing,
  "signIns.report": filter,
  "signIns.rows": z.strictObject({
    ...selection,
    sort: z.enum(["at", "user", "class", "code", "requirement", "protocol", "app", "ip"]),
    descending: z.boolean(),
    offset: z.number().int().min(0).max(1e9),
    limit: z.number().int().min(1).max(1000),
  }),
  "signIns.row": z.strictObject({ row: z.number().int().min(0).max(1e12) }),
  "signIns.export": z.strictObject(selection),
  "signIns.exportReport": filter,
  "signIns.kql": z.strictObject({ appIds }),
};
