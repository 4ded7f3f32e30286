import type { Problem } from "../../problem.ts";
import { kindOfValue, readList } from "./lists.ts";
import { isEmpty, type Members, membersOf } from "./members.ts";

/** A list with the members of a policy that could not be read. */
export type ReadTexts = { readonly texts: readonly string[]; readonly isLost: boolean };

/** Collects what a policy's reader could not use, so that the evaluator can say `depends` and the user can see why. */
export type Notes = {
  /** Members of a value that should be an object; notes what is lost where it is something else. */
  readonly object: (value: unknown, path: string) => Members | null;
  /** Texts of a list, see {@link readList}; notes what is lost, and what was joined. */
  readonly list: (value: unknown, path: string, word: RegExp) => ReadTexts;
  /** Notes that the export has something at this place that cannot be read. */
  readonly lost: (value: unknown, path: string) => void;
  /** Notes a name or placeholder that stands where an id belongs. */
  readonly unresolved: (text: string) => void;
  readonly problem: (problem: Problem) => void;
  readonly result: () => {
    readonly unresolved: readonly string[];
    readonly lost: readonly string[];
    readonly joined: readonly string[];
    readonly problems: readonly Problem[];
  };
};

export function startNotes(policyName: string): Notes {
  const unresolved = new Set<string>();
  const problems: Problem[] = [];
  const joined: string[] = [];
  const lost = new Map<string, string>();
  return {
    object(value, path) {
      const members = membersOf(value);
      if (members === null) lost.set(path, kindOfValue(value));
      return members;
    },
    list(value, path, word) {
      const read = readList(value, word);
      if (read.lost !== null) lost.set(path, read.lost);
      if (read.joined) joined.push(path);
      return { texts: read.texts, isLost: read.lost !== null };
    },
    lost: (value, path) => void lost.set(path, kindOfValue(value)),
    unresolved: (text) => void unresolved.add(text),
    problem: (problem) => void problems.push(problem),
    result: () => ({
      unresolved: [...unresolved],
      lost: [...lost.keys()],
      joined,
      problems: lost.size === 0 ? problems : [cutOff(lost, policyName), ...problems],
    }),
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

/** How policies are exported whole; `-OutputType Json` is Microsoft Graph's own answer, which nothing is cut from. */
export const EXPORT_WHOLE =
  "Export again with: Get-MgIdentityConditionalAccessPolicy -All | ConvertTo-Json -Depth 10 | Set-Content policies.json (in PowerShell 7 also -EnumsAsStrings). Or take Graph's own JSON: Invoke-MgGraphRequest -Uri 'v1.0/identity/conditionalAccess/policies' -OutputType Json | Set-Content policies.json";

function cutOff(lost: ReadonlyMap<string, string>, policyName: string): Problem {
  const places = [...lost].slice(0, 12).map(([path, seen]) => `${path} (${seen})`);
  const more = lost.size - places.length;
  return {
    code: "cut-off-export",
    title: "A part of a policy is missing from the export.",
    detail: `${policyName}: ${places.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
    fix: EXPORT_WHOLE,
  };
}
