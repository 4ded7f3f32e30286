import type { Delivered } from "../../../app/jamf-pro/deliver.ts";
import { deliverProfile, type ProfileDelivery } from "../../../app/jamf-pro/deliver-profile.ts";
import { waitFor } from "../../../app/wait-for.ts";
import { isOpen } from "../../../core/jamf-pro/accept-difference.ts";
import type { Problem } from "../../../core/problem.ts";
import { nodeFetch } from "../../../network/node-fetch.ts";
import type { CommandCall, ExitCode, RunCommand, Terminal } from "../command.ts";
import { inFile, openDocument } from "../open-document.ts";
import { untilInterrupted } from "../test-run/runs.ts";
import { oneLine } from "../text.ts";
import { readCredentials } from "../upload/credentials.ts";
import { readUploadCall, type UploadCall } from "../upload/read-call.ts";
import { deliveredText, listText, planText } from "../upload/text.ts";

/**
 * `upload`: creates or updates the profile on a Jamf Pro and reads it back. Exit code 1 when a difference is unexplained and not accepted, or when the old
 * profile was put back.
 */
export const run: RunCommand = async (call, terminal) => {
  const wanted = readUploadCall(call);
  if (!wanted.ok) return wanted.problem;
  return untilInterrupted((signal) => upload(wanted.value, call, terminal, signal));
};

async function upload(
  wanted: UploadCall,
  call: CommandCall,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode | Problem> {
  const opened = wanted.file === null ? null : await openDocument(wanted.file, terminal);
  if (opened?.ok === false) return opened.problem;
  const document = opened?.value.document ?? null;
  if (wanted.format !== null && document !== null) {
    const { deliveryAsCode } = await import("../../../app/jamf-pro/as-code.ts");
    const code = await deliveryAsCode(document, wanted.format);
    if (!code.ok) return inFile(code.problem, wanted.file ?? "");
    terminal.stdout(call.json ? json({ format: wanted.format, code: code.value }) : code.value);
    return 0;
  }
  if (wanted.server === null)
    return { code: "wrong-call", title: "--jamf-pro is missing.", detail: "", fix: "" };
  const credentials = await readCredentials(wanted, terminal);
  if (!credentials.ok) return credentials.problem;
  const ports = { fetch: await nodeFetch(terminal.environment), now: Date.now, wait: waitFor, signal };
  const ended = await deliverProfile(ports, {
    server: wanted.server,
    credentials: credentials.value,
    document,
    mode: wanted.mode,
    id: wanted.id,
    redeploy: wanted.redeployAll ? "All" : "Newly Assigned",
    acceptLockOut: wanted.acceptLockOut,
    acceptances: wanted.acceptances,
    progress: (text) => terminal.stderr(`${oneLine(text)}\n`),
  });
  if (!ended.ok) return ended.problem;
  return report(ended.value, call, terminal);
}

function report(ended: ProfileDelivery, call: CommandCall, terminal: Terminal): ExitCode {
  if (ended.kind === "listed") {
    const profiles = ended.list.profiles.map(({ stored, domains }) => ({
      id: stored.id,
      name: stored.name,
      domains,
    }));
    const { conflicts, looked, unread } = ended.list;
    terminal.stdout(call.json ? json({ profiles, conflicts, looked, unread }) : listText(ended.list));
    return conflicts.length > 0 ? 1 : 0;
  }
  if (ended.kind === "planned") {
    const { plan, differences } = ended;
    const action = ({ create: "created", update: "updated", unchanged: "unchanged" } as const)[plan.action];
    const id = numbered(plan.stored?.id ?? null);
    const isDrift = differences.some(isOpen);
    terminal.stdout(
      call.json
        ? json({ action, id, differences, equal: plan.equal })
        : planText(plan, ended.mode, differences),
    );
    return isDrift ? 1 : 0;
  }
  const { action, id, differences, equal, restored } = ended.delivered;
  const more = restored === null ? {} : { restored };
  terminal.stdout(
    call.json
      ? json({ action, id: numbered(id), differences, equal, ...more })
      : deliveredText(ended.delivered),
  );
  return exitCodeOf(ended.delivered);
}

/** Fine is what nobody has to look at. */
function exitCodeOf({ differences, restored }: Delivered): ExitCode {
  return restored !== null || differences.some(isOpen) ? 1 : 0;
}

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

function numbered(id: string | null): number | null {
  return id === null ? null : Number(id);
}
