import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { type SavedValues, textWithSaved } from "./saved-values.ts";
import type { SetupPlan, SetupPrints } from "./setup-plan.ts";

const names = {
  clientId: "latchkey.client-id",
  loginScopes: "latchkey.login-scopes",
  checkScopes: "latchkey.check-scopes",
} as const;

/** What a script prints at its end, with what was saved in the place of its names. */
export function writePastedIds({ prints, request, recipe }: SetupPlan, saved: SavedValues): string {
  const lines = Object.entries(names).flatMap(([setting, key]) => {
    const value = prints[setting as keyof SetupPrints];
    return value === null ? [] : [`${key}=${textWithSaved(value, saved)}`];
  });
  return [`latchkey.tenant=${request.tenant}`, `latchkey.recipe=${recipe.name}`, ...lines].join("\n");
}

/** The settings in what was pasted, and the tenant that they are for. Problem: `ids-missing`. */
export function readPastedIds(
  text: string,
): Result<{ readonly tenant: string; readonly prints: SetupPrints }> {
  const valueUnder = (key: string): string | null =>
    new RegExp(`${key.replace(".", "\\.")}\\s*[=:]\\s*["']*([A-Za-z0-9:/._~+-]+)`, "u").exec(text)?.[1] ??
    null;
  const prints = {
    clientId: valueUnder(names.clientId),
    loginScopes: valueUnder(names.loginScopes),
    checkScopes: valueUnder(names.checkScopes),
  };
  if (Object.values(prints).includes(null)) return fail(missing);
  return succeed({ tenant: valueUnder("latchkey.tenant") ?? "", prints });
}

const missing: Problem = {
  code: "ids-missing",
  title: "These are not all the lines that the script prints.",
  detail: "The script ends with lines that begin with latchkey.",
  fix: "Copy every line that begins with latchkey. from the end of the script's output.",
};
