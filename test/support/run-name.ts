import { nameRun, type RunKind, type RunName } from "../../main/core/history/index.ts";

/** What a run for Mira at Contoso is called. */
export function miraAtContoso(kind: RunKind): RunName {
  return nameRun({
    kind,
    scenario: null,
    host: "login.microsoftonline.com",
    tenant: "contoso.com",
    person: "m…@contoso.com",
  });
}
