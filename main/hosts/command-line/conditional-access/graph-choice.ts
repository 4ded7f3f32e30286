import { isGuid } from "../../../core/guid.ts";
import { fail, type Result, succeed } from "../../../core/problem.ts";
import type { GraphFeature } from "../../../graph/index.ts";
import type { CommandCall } from "../command.ts";
import { type GraphWay, readGraphWay } from "../graph/connection.ts";
import { list, text } from "../test-run/options.ts";
import { wrongCall } from "../wrong-call.ts";

/** How a call wants the policies read from Microsoft Graph. */
export type GraphChoice = GraphWay & {
  /** Application id of the person's own registration. */
  readonly clientId: string;
  /** null: that of the profile's tenant. */
  readonly authority: string | null;
  readonly features: readonly GraphFeature["id"][];
  /** Whose sign-ins are asked about, by user principal name or object id; null leaves it to the context. */
  readonly person: string | null;
  readonly asksWhatIf: boolean;
};

const features: readonly GraphFeature["id"][] = ["strengths", "apps", "groups", "attributes", "consent"];
const belongToGraph = ["authority", "device-code", "no-open", "read", "person", "ask-what-if"];

/** Reads the options about Microsoft Graph; null where the policies come from files. Problem: `wrong-call`. */
export function readGraphChoice(call: CommandCall, usage: string): Result<GraphChoice | null> {
  const { options } = call;
  const clientId = text(call, "client-id");
  if (clientId === null) {
    const alone = belongToGraph.find((name) => options[name] !== undefined);
    return alone === undefined
      ? succeed(null)
      : fail(
          wrongCall(`--${alone} belongs to --client-id, which reads policies from Microsoft Graph.`, usage),
        );
  }
  if (!isGuid(clientId)) return fail(wrongCall("--client-id takes the application (client) id.", usage));
  if (call.positionals.length > 0)
    return fail(wrongCall("Give either POLICIES or --client-id, not both.", usage));
  const read = list(call, "read").flatMap((names) => names.split(","));
  const wanted = features.filter((name) => read.includes(name));
  if (wanted.length < new Set(read).size)
    return fail(wrongCall(`--read takes ${features.join(", ")}.`, usage));
  return succeed({
    clientId,
    authority: text(call, "authority"),
    ...readGraphWay(call),
    features: wanted,
    person: text(call, "person")?.trim() || null,
    asksWhatIf: options["ask-what-if"] === true,
  });
}
