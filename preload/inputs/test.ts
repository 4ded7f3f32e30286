import type { TestCalls } from "../contract/test.ts";
import { type Inputs, nothing, optionalUserName, runId, secret, settingsSource } from "./common.ts";
import { z } from "./zod.ts";

const via = z.enum(["window", "browser"]).exactOptional();
const jamfConnectVersion = z
  .string()
  .regex(/^\d+(\.\d+){0,3}$/)
  .max(20)
  .exactOptional();
const fillInName = z.boolean().exactOptional();
const allowHost = z.string().max(255).nullable();

/** A fresh one for every run. */
const newRunId = z.uuid();

const ropg = {
  runId: newRunId,
  from: settingsSource,
  username: z.string().min(1).max(1024),
  password: secret,
  allowHost,
  jamfConnectVersion,
};

export const testInputs: Inputs<TestCalls> = {
  "test.target": z.strictObject({
    kind: z.enum(["oidc", "ropg", "both"]),
    from: settingsSource,
    username: z.string().max(1024).exactOptional(),
    allowHost: z.string().max(255).exactOptional(),
    acceptedWrong: z.number().int().min(0).exactOptional(),
  }),
  "test.ropg": z.strictObject(ropg),
  "test.oidc": z.strictObject({ runId: newRunId, username: optionalUserName, allowHost, fillInName, via }),
  "test.both": z.strictObject({ ...ropg, fillInName, via }),
  "test.running": nothing,
  "test.brokenOff": nothing,
  "test.predict": z.strictObject({ from: settingsSource, username: optionalUserName }),
  "test.finishSignIn": runId.extend({ address: z.string().min(1).max(65_536) }),
  "test.showSignIn": runId,
  "test.answerHost": runId.extend({ allow: z.boolean() }),
  "test.cancel": runId,
};
