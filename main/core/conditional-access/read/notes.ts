import type { Problem } from "../../problem.ts";
import { isEmpty, type Members, membersOf } from "./members.ts";

/** Collects what a policy's reader could not use, so that the evaluator can say `depends` and the user can see why. */
export type Notes = {
  /** Members of a value that should be an object; notes a problem where it is something else. */
  readonly object: (value: unknown, path: string) => Members | null;
  /** Notes a name or placeholder that stands where an id belongs. */
  readonly unresolved: (text: string) => void;
  readonly problem: (problem: Problem) => void;
  readonly result: () => { readonly unresolved: readonly string[]; readonly problems: readonly Problem[] };
};

export function startNotes(policyName: string): Notes {
  const unresolved = new Set<string>();
  const problems: Problem[] = [];
  return {
    object(value, path) {
      const members = membersOf(value);
      if (members === null) problems.push(cutOff(path, policyName));
      return members;
    },
    unresolved: (text) => void unresolved.add(text),
    problem: (problem) => void problems.push(problem),
    result: () => ({ unresolved: [...unresolved], problems }),
  };
}

/** More are counted, not named: nobody reads them, and a file may hold any number. */
const mostNamed = 50;

/** Paths of the members with a value whose lower-cased name is not in `known`. */
export function unknownMembers(
  members: Members,
  known: ReadonlySet<string>,
  path: string,
): readonly string[] {
  const unknown = members.entries.filter(
    ([name, value]) => !known.has(name.toLowerCase()) && !isEmpty(value),
  );
  const named = unknown.slice(0, mostNamed).map(([name]) => `${path}.${name}`);
  const more = unknown.length - named.length;
  return more === 0 ? named : [...named, `${more} more members of ${path}`];
}

function cutOff(path: string, policyName: string): Problem {
  return {
    code: "cut-off-export",
    title: "A part of a policy is missing from the export.",
    detail: `${path} of ${policyName} is no object. ConvertTo-Json cuts deeper parts off unless it is told the depth.`,
    fix: "Export again with ConvertTo-Json -Depth 10, or download the policy as JSON from the portal.",
  };
}
