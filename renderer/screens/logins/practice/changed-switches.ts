import type { PracticeSwitches } from "../../../../preload/contract.ts";

type Value = string | boolean | null;

/**
 * How many switches of the practice tenant differ from its scenario. A policy that only one of the two has counts as
 * one: the practice tenant takes policies from scripts as well.
 */
export function changedSwitches(now: PracticeSwitches, scenario: PracticeSwitches): number {
  const current = valuesOf(now);
  const original = valuesOf(scenario);
  const names = new Set([...current.keys(), ...original.keys()]);
  return [...names].filter((name) => current.get(name) !== original.get(name)).length;
}

/** Every switch under a name of its own. */
function valuesOf({ policies, place, accounts, ...single }: PracticeSwitches): ReadonlyMap<string, Value> {
  return new Map<string, Value>([
    ...Object.entries(single),
    ["place", place?.at ?? null],
    ...policies.map(({ id, state }) => [`policy ${id}`, state] as const),
    ...accounts.flatMap(({ username, displayName: _, ...account }) =>
      Object.entries(account).map(([name, value]) => [`${name} of ${username}`, value] as const),
    ),
  ]);
}
