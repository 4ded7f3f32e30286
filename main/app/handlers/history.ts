import { type Result, succeed } from "../../core/problem.ts";
import { documentFindings } from "../document/findings.ts";
import { noDocument } from "../document/open-document.ts";
import { previewOf, type ReportRequest, reportTo } from "../history/report.ts";
import { judge } from "../history/rollout.ts";
import { lockOutFindings, reportPrediction } from "../policies/forecast.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** What was tested, what it comes to, and how it is handed on. */
export function historyHandlers(services: SessionServices): HandlersOf<"history" | "rollout" | "report"> {
  const { ports, history, policies, practice, document, lintContext, predicted } = services;
  return {
    "history.list": () => history.list(document()),
    "history.run": ({ runId }) => history.detail(document(), runId),
    "history.compare": ({ a, b }) => history.compare(a, b),
    "history.keep": ({ runId }) => history.keep(runId),
    "history.forget": ({ runId }) => history.forget(runId),
    "history.forgetAll": async ({ what }) => {
      const forgotten = await history.forgetAll(what, document());
      if (what !== "everything") return forgotten;
      const drafts = await services.documents.drafts.forgetAll();
      // What is open and not saved is work, not memory.
      const open = document();
      if (open !== null) services.documents.drafts.follow(open);
      const recents = await services.recents.forgetAll();
      return [forgotten, drafts, recents].find((one) => !one.ok) ?? forgotten;
    },
    "rollout.judge": async () => {
      const open = document();
      if (open === null) return noDocument();
      // Whether the policies lock people out is said by itself.
      const findings = documentFindings(open.document, lintContext(open))?.filter(
        ({ rule }) => rule !== "lockout-grant",
      );
      const records = await history.recordsOf(open);
      const state = history.stateOf(open);
      const lockOut = lockOutFindings(await predicted(open));
      const practicePolicies = policies.view(practice.running())?.source === "practice";
      return succeed(
        judge({
          open,
          state,
          findings: findings ?? null,
          lockOut,
          practicePolicies,
          records,
          exported: services.lastExport.signatureOf(open),
          now: ports.now(),
        }),
      );
    },
    "report.make": async (wanted) => {
      const request = await reportRequest(services, wanted);
      return request.ok ? reportTo(ports, request.value) : request;
    },
    "report.preview": async (wanted) => {
      const request = await reportRequest(services, wanted);
      return request.ok ? previewOf(ports, request.value) : request;
    },
  };
}

/** What a report is made of now: the runs that were asked for, the open profile and what its policies predict. */
async function reportRequest(
  services: SessionServices,
  wanted: ReportRequest["wanted"],
): Promise<Result<ReportRequest>> {
  const { history, document, lintContext, predicted, scenario } = services;
  const records = await history.records(wanted.runIds);
  if (!records.ok) return records;
  const open = document();
  const profile =
    open === null
      ? null
      : {
          open,
          state: history.stateOf(open),
          findings: documentFindings(open.document, lintContext(open)),
        };
  const prediction = open === null ? null : reportPrediction(await predicted(open));
  return succeed({ wanted, records: records.value, profile, prediction, predictedScenario: scenario() });
}
