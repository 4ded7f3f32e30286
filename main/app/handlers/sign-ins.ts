import type { SignInsFile } from "../../../preload/contract.ts";
import { type Result, succeed } from "../../core/problem.ts";
import { testSettings } from "../../core/profile/index.ts";
import type { SourceFile } from "../../files/source-file.ts";
import type { OpenDocument } from "../document/open-document.ts";
import { handOver } from "../hand-over.ts";
import type { SessionServices } from "../session-services.ts";
import { profileApps } from "../sign-ins/profile-apps.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** Sign-in logs. What knows about them is loaded when it is asked. */
export function signInsHandlers({ ports, signIns, document, graph }: SessionServices): HandlersOf<"signIns"> {
  const save = async (fileName: string, bytes: Uint8Array): Promise<Result<SignInsFile | null>> => {
    const handed = await handOver(ports, { fileName, bytes });
    if (!handed.ok) return handed;
    return succeed(handed.value === null ? null : { ...handed.value, bytes: bytes.length });
  };
  return {
    "signIns.current": async () => succeed(signIns.view()),
    "signIns.apps": async () => {
      const open = document();
      return succeed(open === null ? [] : profileApps(open.document));
    },
    "signIns.add": async ({ files }) => {
      const sources: SourceFile[] = [];
      for (const { file, path } of files) {
        const taken = ports.files.take(file);
        if (!taken.ok) return taken;
        sources.push({ ...taken.value, name: path });
      }
      return signIns.add(sources);
    },
    "signIns.fromGraph": async (asked) => {
      const open = document();
      const appIds = open === null ? [] : profileApps(open.document).map(({ appId }) => appId);
      const { logsFromGraph } = await import("../sign-ins/logs-from-graph.ts");
      const log = await logsFromGraph(graph, { ...asked, appIds }, ports.now());
      if (!log.ok) return log;
      const { file, atRisk } = log.value;
      if (atRisk !== null) signIns.atRisk(atRisk);
      return signIns.add([file]);
    },
    "signIns.findInGraph": async (asked) => {
      const { signInFromGraph } = await import("../sign-ins/logs-from-graph.ts");
      const log = await signInFromGraph(graph, asked);
      return log.ok ? signIns.add([log.value]) : log;
    },
    "signIns.stop": async () => {
      signIns.stop();
      return succeed(null);
    },
    "signIns.clear": async () => {
      await signIns.clear();
      return succeed(null);
    },
    "signIns.report": (filter) => signIns.report(filter, checkMinutes(document())),
    "signIns.rows": (query) => signIns.rows(query),
    "signIns.row": ({ row }) => signIns.row(row),
    "signIns.export": async (selection) => {
      const csv = await signIns.csv(selection);
      return csv.ok ? save("sign-ins.csv", csv.value) : csv;
    },
    "signIns.exportReport": async (filter) => {
      const answer = await signIns.report(filter, checkMinutes(document()));
      if (!answer.ok) return answer;
      const { maskedReport } = await import("../../core/sign-ins/index.ts");
      return save("sign-ins.md", Buffer.from(maskedReport(answer.value.report), "utf8"));
    },
    "signIns.kql": async ({ appIds }) => {
      const { kqlOf } = await import("../../core/sign-ins/index.ts");
      return succeed({ kql: kqlOf(appIds) });
    },
  };
}

/** `PasswordPolicies.NetworkCheck` of the open profile; null where it is not set, or switched off. */
function checkMinutes(open: OpenDocument | null): number | null {
  if (open === null) return null;
  const settings = testSettings(open.document, "menu-bar");
  const minutes = settings.ok ? (settings.value.networkCheckMinutes?.value ?? 0) : 0;
  return minutes > 0 ? minutes : null;
}
