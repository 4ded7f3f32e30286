import type { SetUpCalls } from "../contract/set-up.ts";
import { type Inputs, nothing } from "./common.ts";
import { z } from "./zod.ts";

const choice = z.strictObject({
  recipe: z.string().max(64),
  additions: z.array(z.string().max(64)).max(4),
  name: z.string().max(400),
  breakGlass: z.string().max(200),
});
const script = z.strictObject({
  choice,
  format: z.enum(["graph-powershell", "az", "graph-rest", "markdown"]),
  isUndo: z.boolean(),
});
const recipe = z.string().max(64);

export const setUpInputs: Inputs<SetUpCalls> = {
  "setUp.view": z.strictObject({ choice }),
  "setUp.script": script,
  "setUp.saveScript": script,
  "setUp.carryOut": z.strictObject({ choice, isUndo: z.boolean() }),
  "setUp.press": z.strictObject({ choice, stepId: z.string().max(100) }),
  "setUp.stop": nothing,
  "setUp.walk": nothing,
  "setUp.fill": z.strictObject({ choice, printed: z.string().max(100_000) }),
  "setUp.usersText": z.strictObject({ recipe }),
  "setUp.saveUsersText": z.strictObject({ recipe, reader: z.enum(["users", "service-desk"]) }),
};
