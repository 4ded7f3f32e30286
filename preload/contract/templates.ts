import type { WrongAnswer } from "../../main/core/templates/read-answers.ts";
import type { Answers, Template } from "../../main/core/templates/template.ts";
import type { Call, Names, Nothing } from "./define.ts";

/** Who is asked for the id of a tenant: Entra, or the practice tenant while it runs. */
export type TenantHost = { readonly host: string; readonly practice: boolean };

export type TemplatesCalls = {
  /** Every template; they never change. */
  readonly "templates.list": Call<Nothing, readonly Template[]>;
  /**
   * Makes a profile and opens it; it has no file. Each answer that does not fit is told in `wrong`, and then nothing was made.
   * Problems: `template-unknown`, those of the scopes of a recipe.
   */
  readonly "templates.make": Call<
    { readonly template: string; readonly answers: Answers },
    { readonly wrong: readonly WrongAnswer[] }
  >;
  readonly "templates.tenantHost": Call<Nothing, TenantHost>;
  /**
   * Asks Entra's discovery document for the id of the tenant that a domain belongs to; nothing but the domain is sent. Problems:
   * `tenant-domain-wrong`, `tenant-without-id`, and those of the network and of discovery.
   */
  readonly "templates.lookUpTenant": Call<
    { readonly domain: string },
    { readonly tenantId: string; readonly host: string }
  >;
};

export const templatesCalls: Names<TemplatesCalls> = {
  "templates.list": true,
  "templates.make": true,
  "templates.tenantHost": true,
  "templates.lookUpTenant": true,
};
