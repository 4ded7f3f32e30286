import type { BaselineScopes } from "../../../core/conditional-access/index.ts";
import { isGuid } from "../../../core/guid.ts";
import { fail, type Result, succeed } from "../../../core/problem.ts";
import type { CommandCall } from "../command.ts";
import { wrongCall } from "../wrong-call.ts";

/** `--baseline-scopes`: how Entra treats the basic scopes; enforced if left out. Problem: `wrong-call`. */
export function readBaselineScopes({ options }: CommandCall, usage: string): Result<BaselineScopes> {
  const value = options["baseline-scopes"];
  if (value === undefined) return succeed("enforced");
  if (value === "enforced" || value === "legacy") return succeed(value);
  return typeof value === "string" && isGuid(value)
    ? succeed({ placeholder: value.toLowerCase() })
    : fail(
        wrongCall("--baseline-scopes takes enforced, legacy, or the app id of the placeholder app.", usage),
      );
}
