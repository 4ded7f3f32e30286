import type { Problem } from "../../problem.ts";
import { isEmpty, type Members, membersOf } from "./members.ts";

/** Collects what a policy's reader could not use, so that the evaluator can say `depends` and the user can see why. */
export type Notes = {
  /** Members of a value that should be an object; notes it as unknown where it is something else. */
  readonly object: (value: unknown, path: string) => Members | null;
  readonly unknown: (path: string) => void;
  /** Notes every member with a value whose lower-cased name is not in `known`. */
  readonly unknownMembers: (members: Members, known: ReadonlySet<string>, path: string) => void;
  /** Notes a name or placeholder that stands where an id belongs. */
  readonly unresolved: (text: string) => void;
  readonly problem: (problem: Problem) => void;
  readonly result: {
    readonly unknown: readonly string[];
    readonly unresolved: readonly string[];
    readonly problems: readonly Problem[];
  };
};

export function startNotes(policyName: string): Notes {
  const unknown = new Set<string>();
  const unresolved = new Set<string>();
  const problems: Problem[] = [];
  return {
    object(value, path) {
      const members = membersOf(value);
      if (members !== null) return members;
      unknown.add(path);
      problems.push({
        code: "cut-off-export",
        title: "A part of a policy is missing from the export.",
        detail: `${path} of ${policyName} is no object. ConvertTo-Json cuts deeper parts off unless it is told the depth.`,
        fix: "Export again with ConvertTo-Json -Depth 10, or download the policy as JSON from the portal.",
      });
      return null;
    },
    unknown: (path) => void unknown.add(path),
    unknownMembers(members, known, path) {
      for (const [name, value] of members.entries) {
        if (!known.has(name.toLowerCase()) && !isEmpty(value)) unknown.add(`${path}.${name}`);
      }
    },
    unresolved: (text) => void unresolved.add(text),
    problem: (problem) => void problems.push(problem),
    get result() {
      return { unknown: [...unknown], unresolved: [...unresolved], problems };
    },
  };
}
