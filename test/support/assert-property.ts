import fc from "fast-check";
import { inject } from "vitest";

/**
 * How much one run of a property takes: `cheap` microseconds, `usual` up to a millisecond, `dear` more than that (a report,
 * a signature, a file).
 */
export type Cost = "cheap" | "usual" | "dear";

/** Runs a property as often as its project asks for: seconds for all of them in the ordinary tests, an hour or so in soak. */
export type PropertyRuns = Readonly<Record<Cost, number>> & {
  /** When a property ends although it has not run as often, in milliseconds. */
  readonly untilMs: number;
};

declare module "vitest" {
  interface ProvidedContext {
    readonly propertyRuns: PropertyRuns;
  }
}

/**
 * `fc.assert` for every property of the tests: `vitest.config.ts` is the one place that says how often properties run. Each
 * call has a seed of its own, which a failure prints.
 */
export function assertProperty<Values>(property: fc.IAsyncProperty<Values>, cost?: Cost): Promise<void>;
export function assertProperty<Values>(property: fc.IProperty<Values>, cost?: Cost): void;
export function assertProperty<Values>(
  property: fc.IRawProperty<Values, boolean>,
  cost: Cost = "usual",
): Promise<void> | void {
  const { untilMs, [cost]: numRuns } = inject("propertyRuns");
  return fc.assert(property as fc.IRawProperty<Values, false>, {
    numRuns,
    interruptAfterTimeLimit: untilMs,
    markInterruptAsFailure: false,
  });
}
