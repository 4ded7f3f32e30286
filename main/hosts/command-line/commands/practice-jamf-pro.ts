import { startPracticeJamfPro } from "../../../practice-jamf-pro/index.ts";
import type { RunCommand } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { wrongCall } from "../wrong-call.ts";

/** `practice-jamf-pro`: a Jamf Pro on this machine to try deliveries on; one JSON line when it is ready. */
export const run: RunCommand = async (call, terminal) => {
  const port = call.options["port"] ?? "0";
  if (typeof port !== "string" || !/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return wrongCall("--port takes a number from 0 to 65535.", usageOf("practice-jamf-pro"));
  const kind = call.options["gateway"] === true ? "gateway" : "classic";
  const started = await startPracticeJamfPro({ kind, port: Number(port) });
  if (!started.ok) return started.problem;
  const { origin, world, stop } = started.value;
  const stopped = terminal.untilAskedToStop();
  const { clientId, clientSecret, user, version, context } = world;
  const environment = kind === "gateway" ? { environmentId: context.id } : { user };
  terminal.stdout(
    `${JSON.stringify({ practice: true, url: origin, kind, version, clientId, clientSecret, ...environment })}\n`,
  );
  await stopped;
  await stop();
  return 0;
};
