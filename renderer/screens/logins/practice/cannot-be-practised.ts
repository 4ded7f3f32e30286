import type { Problem } from "../../../../preload/contract.ts";

/** Whether main refuses because the practice tenant does not stand in for the provider. */
export function cannotBePractised(problem: Problem | null): boolean {
  return problem?.code === "practice-other-provider";
}
