import { mostDays } from "../../../app/sign-ins/logs-from-graph.ts";
import { isGuid } from "../../../core/guid.ts";
import { fail, type Result, succeed } from "../../../core/problem.ts";
import type { CommandCall } from "../command.ts";
import { type GraphWay, readGraphWay } from "../graph/connection.ts";
import { list, text } from "../test-run/options.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

/** How a call wants a log read from Microsoft Graph. */
export type LogChoice = GraphWay & {
  /** Application id of the person's own registration. */
  readonly clientId: string;
  readonly authority: string;
  readonly days: number;
  /** Whether Entra ID Protection is asked, too. */
  readonly risk: boolean;
};

const belongToGraph = ["authority", "device-code", "no-open", "days", "risky-users"];

/** Reads the options about Microsoft Graph; null where the log is in files. Problem: `wrong-call`. */
export function readLogChoice(call: CommandCall, usage: string): Result<LogChoice | null> {
  const refuse = (why: string) => fail(wrongCall(why, usage));
  const clientId = text(call, "client-id");
  if (clientId === null) {
    const alone = belongToGraph.find((name) => call.options[name] !== undefined);
    return alone === undefined
      ? succeed(null)
      : refuse(`--${alone} belongs to --client-id, which reads a log from Microsoft Graph.`);
  }
  if (!isGuid(clientId)) return refuse("--client-id takes the application (client) id.");
  if (call.positionals.length > 0) return refuse("Give either LOG or --client-id, not both.");
  const authority = text(call, "authority");
  if (authority === null)
    return refuse("--client-id needs --authority https://login.microsoftonline.com/TENANT.");
  const wrong = list(call, "app-id").find((id) => !isGuid(id));
  if (wrong !== undefined)
    return refuse(`--app-id ${oneLine(wrong).slice(0, 60)} is no application id, and Graph takes no other.`);
  const days = text(call, "days") ?? "7";
  if (!/^\d{1,2}$/u.test(days) || Number(days) < 1 || Number(days) > mostDays)
    return refuse(`--days takes a number from 1 to ${mostDays}.`);
  return succeed({
    clientId,
    authority,
    days: Number(days),
    risk: call.options["risky-users"] === true,
    ...readGraphWay(call),
  });
}
