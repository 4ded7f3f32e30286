import { member } from "../core/json/member.ts";
import type { SignInDetail, SignInStep } from "../core/sign-ins/index.ts";
import type { Database } from "./database.ts";
import { rowFrom, sqlRow } from "./row-queries.ts";

/** Nobody reads more steps or policies of one sign-in. */
const most = 100;

/** One row with its policies, steps and scopes; null where there is none of that number. */
export async function detailOf(database: Database, row: number): Promise<SignInDetail | null> {
  const [found] = await database.rows(
    `SELECT ${sqlRow}, policies, steps, processing FROM good WHERE row = ${Math.trunc(row)}`,
  );
  if (found === undefined) return null;
  const [policies, steps, processing] = found.slice(-3);
  const signIn = rowFrom(found.slice(0, -3));
  const own = listOf(steps).map(stepOf);
  return {
    row: signIn,
    policies: listOf(policies).flatMap((policy) => {
      const name = textIn(policy, "displayName") ?? textIn(policy, "id");
      return name === null ? [] : [{ name, result: textIn(policy, "result") }];
    }),
    steps: own.length > 0 ? own : await detailedSteps(database, signIn.row),
    scopes: scopesOf(listOf(processing)),
  };
}

/** Steps from a file of authentication details, whose rows name the request. */
async function detailedSteps(database: Database, row: number): Promise<readonly SignInStep[]> {
  const found = await database.rows(`SELECT DISTINCT method, detail, succeeded, result FROM details
    WHERE requestId = (SELECT lower(id) FROM good WHERE row = ${row}) LIMIT ${most}`);
  return found.map(([method, detail, succeeded, result]) => ({
    method: textOr(method),
    detail: textOr(detail),
    succeeded: typeof succeeded === "boolean" ? succeeded : null,
    result: textOr(result),
  }));
}

function stepOf(step: unknown): SignInStep {
  const succeeded = member(step, "succeeded");
  return {
    method: textIn(step, "authenticationMethod"),
    detail: textIn(step, "authenticationMethodDetail"),
    succeeded: typeof succeeded === "boolean" ? succeeded : null,
    result: textIn(step, "authenticationStepResultDetail"),
  };
}

function scopesOf(processing: readonly unknown[]): string | null {
  const info = processing.find((each) => /^oauth scope info$/i.test(textIn(each, "key")?.trim() ?? ""));
  const value = info === undefined ? null : textIn(info, "value");
  const list = value === null ? [] : listOf(value).filter((scope) => typeof scope === "string");
  return list.length > 0 ? list.join(" ") : value;
}

/** The elements of a JSON array that stands there as text; none where it is something else. */
function listOf(text: unknown): readonly unknown[] {
  if (typeof text !== "string") return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.slice(0, most) : [];
  } catch {
    return [];
  }
}

function textIn(value: unknown, name: string): string | null {
  return textOr(member(value, name));
}

function textOr(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
