import type { GraphCalls } from "../contract/graph.ts";
import { type Inputs, nothing } from "./common.ts";
import { matrixInput } from "./policies.ts";
import { z } from "./zod.ts";

/** A person's own sign-in to Graph. */
export const graphSignIn = {
  clientId: z.guid(),
  authority: z.string().max(500),
  how: z.enum(["browser", "device-code"]),
  remember: z.boolean(),
};

export const graphInputs: Inputs<GraphCalls> = {
  "graph.view": nothing,
  "graph.load": z.strictObject({
    ...graphSignIn,
    features: z.array(z.enum(["strengths", "apps", "groups", "attributes", "consent"])).max(10),
  }),
  "graph.whatIf": z.strictObject(matrixInput),
  "graph.findPeople": z.strictObject({ words: z.string().trim().min(1).max(200) }),
  "graph.person": z.strictObject({ id: z.guid() }),
  "graph.stop": nothing,
  "graph.signOut": nothing,
};
