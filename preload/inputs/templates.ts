import type { TemplatesCalls } from "../contract/templates.ts";
import { type Inputs, nothing } from "./common.ts";
import { z } from "./zod.ts";

const answer = z.string().max(4096).exactOptional();

export const templatesInputs: Inputs<TemplatesCalls> = {
  "templates.list": nothing,
  "templates.make": z.strictObject({
    template: z.string().max(64),
    answers: z.strictObject({
      tenant: answer,
      "client-id": answer,
      "check-client-id": answer,
      "login-api": answer,
      "check-api": answer,
      "client-secret": answer,
      "discovery-url": answer,
      "check-discovery-url": answer,
      host: answer,
      scopes: answer,
    }),
  }),
  "templates.tenantHost": nothing,
  "templates.lookUpTenant": z.strictObject({ domain: z.string().max(1024) }),
};
