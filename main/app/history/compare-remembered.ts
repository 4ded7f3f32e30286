import { type Comparison, compareRuns } from "../../core/history/index.ts";
import type { RememberedRun } from "./run-memory.ts";
import { changeText, type SwitchChange, switchChanges } from "./switch-changes.ts";

/**
 * Two runs side by side, with the switches of the practice tenant that a record does not hold: a scenario of one name is
 * another tenant once a policy of it was turned off.
 */
export function compareRemembered(one: RememberedRun, other: RememberedRun): Comparison {
  const comparison = compareRuns(one.record, other.record);
  const [before, after] = comparison.before === one.record.id ? [one, other] : [other, one];
  if (before.switches === null || after.switches === null || one.record.scenario !== other.record.scenario)
    return comparison;
  const switched = switchChanges(before.switches.now, after.switches.now);
  if (switched.length > 0) {
    const facts = switched.map((change) => ({ topic: "tenant" as const, signIn: null, ...change }));
    const between = `In between: ${switchedText(switched)}.`;
    return {
      ...comparison,
      sentence: `${comparison.sentence} ${between}`,
      besides: `${between} ${comparison.besides}`,
      facts: [...comparison.facts, ...facts],
    };
  }
  const changed = switchChanges(after.switches.scenario, after.switches.now);
  if (changed.length === 0) return comparison;
  const value = changed.map(changeText).join(", ");
  const alike = { topic: "tenant" as const, signIn: null, subject: "Switches changed", value };
  return { ...comparison, alike: [...comparison.alike, alike] };
}

/** As many as can be read in a line; the rest stands below it. */
function switchedText(changes: readonly SwitchChange[]): string {
  const named = changes.slice(0, 3).map(changeText).join(", ");
  return changes.length > 3 ? `${named} and ${changes.length - 3} more` : named;
}
