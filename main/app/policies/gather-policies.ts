import type { SignInContext } from "../../core/conditional-access/index.ts";
import { fail, type Result } from "../../core/problem.ts";
import {
  type LoadedPolicies,
  noPolicies,
  type PolicyFileSource,
  readPolicyFiles,
  togetherPolicies,
} from "./policy-files.ts";

/**
 * Reads the policies of several files as one tenant's. A file that is well but holds something else is left out with a finding,
 * as long as another one holds a policy; named locations, groups, apps and strengths come along. A damaged file is a
 * problem, because an answer without its policies would be wrong and nobody looks at it.
 *
 * @param given what a person named, for problems
 */
export async function gatherPolicies(
  files: readonly PolicyFileSource[],
  given: readonly string[],
): Promise<Result<LoadedPolicies>> {
  const read = await readPolicyFiles(files, 0);
  const [damaged] = read.filter(({ isDamaged }) => isDamaged);
  if (damaged?.problem) return fail(damaged.problem);
  if (read.every(({ policies }) => policies.length === 0)) return fail(noPolicies(given, read));
  return togetherPolicies(read);
}

/**
 * What is known about a sign-in, with what lies beside the policies: where places are, and what apps are called. What a context
 * says itself goes before.
 */
export function withNeighbours(
  { namedLocations, objects }: Pick<LoadedPolicies, "namedLocations" | "objects">,
  facts: SignInContext,
): SignInContext {
  const said = new Set(facts.applications?.map(({ appId }) => appId));
  const applications = [
    ...(facts.applications ?? []),
    ...objects.applications.filter(({ appId }) => !said.has(appId)),
  ];
  return {
    ...(namedLocations.length === 0 ? {} : { locationDefinitions: namedLocations }),
    ...facts,
    ...(applications.length === 0 ? {} : { applications }),
  };
}
