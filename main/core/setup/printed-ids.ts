import { isGuid } from "../guid.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { findRecipe, type RecipeName } from "../recipes/index.ts";
import { type SavedValues, textWithSaved } from "./saved-values.ts";
import type { SetupPlan } from "./setup-plan.ts";
import { isTenant } from "./setup-request.ts";

/** What a script prints at its end, and what is pasted back to fill the profile. */
export type PrintedIds = {
  readonly tenant: string;
  readonly recipe: RecipeName;
  readonly clientId: string;
  readonly loginScopes: string;
  readonly checkScopes: string;
};

const prefix = "latchkey.";
const members = {
  tenant: "tenant",
  recipe: "recipe",
  "client-id": "clientId",
  "login-scopes": "loginScopes",
  "check-scopes": "checkScopes",
} as const satisfies Readonly<Record<string, keyof PrintedIds>>;

type Name = keyof typeof members;
const names: readonly Name[] = ["tenant", "recipe", "client-id", "login-scopes", "check-scopes"];

/** One value: its name, what joins them, quotes around it as terminals and mail programs put them, and nothing with a blank in it. */
const line =
  /latchkey\.(tenant|recipe|client-id|login-scopes|check-scopes)\s*[=:]\s*["'`\u2018-\u201f]*([A-Za-z0-9.:/_+-]+)/g;

/** The lines that a script prints, with `{clientAppId}` for what it found or made; none for a recipe that makes nothing. */
export function printedLines({ request, recipe, prints }: SetupPlan): readonly string[] {
  const { clientId, loginScopes, checkScopes } = prints;
  if (clientId === null || loginScopes === null || checkScopes === null) return [];
  return written({ tenant: request.tenant, recipe: recipe.name, clientId, loginScopes, checkScopes });
}

/** What a script prints at its end, with what was saved in the place of its names. */
export function printedText(plan: SetupPlan, saved: SavedValues): string {
  return printedLines(plan)
    .map((each) => textWithSaved(each, saved))
    .join("\n");
}

/** The block as text. */
export function writePrintedIds(ids: PrintedIds): string {
  return `${written(ids).join("\n")}\n`;
}

function written(ids: PrintedIds): readonly string[] {
  return names.map((name) => `${prefix}${name}=${ids[members[name]]}`);
}

/**
 * Finds the printed values in a text that was pasted: whatever stands around, before or after them does not matter. Problems:
 * `ids-missing`, `ids-disagree` (the output of two runs), `ids-invalid`.
 */
export function readPrintedIds(pasted: string): Result<PrintedIds> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of pasted.matchAll(line)) {
    const before = found.get(name);
    if (before !== undefined && before.toLowerCase() !== value.toLowerCase()) return fail(disagree(name));
    found.set(name, value);
  }
  const missing = names.filter((name) => !found.has(name));
  if (missing.length > 0) return fail(incomplete(missing));
  const value = (name: Name): string => found.get(name) ?? "";
  const recipe = findRecipe(value("recipe"));
  if (recipe === null) return fail(invalid("recipe", "There is no recipe of this name."));
  if (!isTenant(value("tenant"))) return fail(invalid("tenant", "It is neither a tenant ID nor a domain."));
  if (!isGuid(value("client-id"))) return fail(invalid("client-id", "It is no application ID."));
  for (const name of ["login-scopes", "check-scopes"] as const)
    if (!isScopes(value(name))) return fail(invalid(name, "It is no list of scopes with openid in it."));
  return succeed({
    tenant: value("tenant"),
    recipe: recipe.name,
    clientId: value("client-id"),
    loginScopes: value("login-scopes"),
    checkScopes: value("check-scopes"),
  });
}

/** Basic scopes, after the one of an API app or alone. */
function isScopes(text: string): boolean {
  const scopes = text.split("+");
  return (
    scopes.includes("openid") &&
    scopes.every((scope) => /^(?:api:\/\/[A-Za-z0-9.-]+\/)?[A-Za-z0-9._-]+$/.test(scope))
  );
}

function incomplete(missing: readonly string[]): Problem {
  return {
    code: "ids-missing",
    title: "These are not all the lines that the script prints.",
    detail: `Missing: ${missing.map((name) => prefix + name).join(", ")}.`,
    fix: `Copy every line that begins with ${prefix} from the end of the script's output.`,
  };
}

function disagree(name: string): Problem {
  return {
    code: "ids-disagree",
    title: "This is the output of two runs.",
    detail: `${prefix}${name} has two different values.`,
    fix: "Paste the lines of the last run only.",
  };
}

function invalid(name: string, why: string): Problem {
  return {
    code: "ids-invalid",
    title: `The value of ${prefix}${name} cannot be used.`,
    detail: why,
    fix: "Copy the lines again, each whole.",
  };
}
