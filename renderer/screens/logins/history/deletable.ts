import type { Problem } from "../../../../preload/contract.ts";

/** True for a damaged file of a kept run; a folder that cannot be read is a problem of another kind. */
export function deletable(problem: Pick<Problem, "code">): boolean {
  return problem.code === "kept-run-damaged";
}
