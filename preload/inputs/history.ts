import type { HistoryCalls } from "../contract/history.ts";
import { type Inputs, nothing, runId } from "./common.ts";
import { z } from "./zod.ts";

const report = z.strictObject({
  runIds: z.array(runId.shape.runId).max(50),
  format: z.enum(["markdown", "html", "json", "bundle"]),
  identities: z.enum(["masked", "shown"]),
  requestIds: z.enum(["masked", "shown"]).exactOptional(),
});

export const historyInputs: Inputs<HistoryCalls> = {
  "history.list": nothing,
  "history.run": runId,
  "history.compare": z.strictObject({ a: runId.shape.runId, b: runId.shape.runId }),
  "history.keep": runId,
  "history.forget": runId,
  "history.forgetAll": z.strictObject({ what: z.enum(["document", "unreadable", "everything"]) }),
  "rollout.judge": nothing,
  "report.make": report,
  "report.preview": report,
};
