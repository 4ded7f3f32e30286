import type { GraphRequest, SetupPlan, SetupStep } from "./setup-plan.ts";

/** A step as the script prints it: a step without `create` is done by hand. */
export type GraphRestStep = {
  readonly title: string;
  readonly role: string;
  readonly lookUp: GraphRequest;
  readonly create?: GraphRequest;
  readonly update?: GraphRequest;
  readonly saves: Readonly<Record<string, string>>;
  readonly byHand?: string;
};

/** The plan as requests that any client of Graph can run; `undo` prints the way back. */
export function graphRestScript(plan: SetupPlan, undo: boolean) {
  const { recipe, request, permissions, cautions } = plan;
  const head = { tenant: request.tenant, recipe: recipe.name, permissions };
  if (undo) return { ...head, steps: plan.undo.map(({ id: _, ...step }) => step), left: plan.left };
  return { ...head, cautions, steps: plan.steps.map(printed), prints: plan.prints };
}

function printed({ title, role, lookUp, create, update, saves, byHand }: SetupStep): GraphRestStep {
  return {
    title,
    role,
    lookUp,
    ...(create === null ? {} : { create }),
    ...(update === null ? {} : { update }),
    saves,
    ...(byHand === null ? {} : { byHand }),
  };
}
