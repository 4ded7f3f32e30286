import type { RecipeName } from "../../recipes/recipe-name.ts";
import type { Cost } from "../answer/cost.ts";
import type { Evaluated, ExplainInput } from "../answer/input.ts";

/** Everything that findings are made from. */
export type FindingSource = Omit<ExplainInput, "login" | "check"> & {
  readonly login: Evaluated | null;
  readonly check: Evaluated | null;
  readonly recipe: RecipeName | null;
  readonly cost: Cost | null;
};
