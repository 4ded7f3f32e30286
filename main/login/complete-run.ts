import type { LoginResult } from "../core/login-result.ts";
import type { Ending } from "../core/verdict/ending.ts";
import { endingOfError } from "../network/fault.ts";
import { buildResult, emptyGathered, type ResultParts } from "./result.ts";

/**
 * Runs a login to its result. Whatever is thrown on the way, by a step, a listener or the building of the result itself,
 * becomes the ending `unexpected`: a provider's answer must not end the app, and a run that is started always ends in a
 * verdict.
 *
 * @param skipped what the steps that did not run say
 */
export async function completeRun(
  parts: Omit<ResultParts, "ending">,
  run: () => Promise<Ending>,
  skipped: (ending: Ending) => string,
): Promise<LoginResult> {
  const { context, recorder } = parts;
  let ending: Ending;
  try {
    ending = await run();
    recorder.skipRest(skipped(ending));
  } catch (error) {
    ending = endingOfError(error, "run", context.signal);
  }
  try {
    return buildResult({ ...parts, ending });
  } catch (error) {
    // Nothing that came from outside takes part in this one.
    return buildResult({
      ...parts,
      gathered: emptyGathered(),
      ending: endingOfError(error, "run", context.signal),
    });
  }
}
