import { readContextFromJson, type SignInContext } from "../../core/conditional-access/index.ts";
import { type Result, succeed } from "../../core/problem.ts";
import type { PersonFromGraph } from "../../graph/index.ts";

/** What Graph shows of a person as facts of their sign-ins; what it does not show stays open. */
export function personFacts(person: PersonFromGraph): Result<SignInContext> {
  const { id, userPrincipalName, userType, groups, roles } = person;
  const read = readContextFromJson({
    user: { id, userPrincipalName, ...(userType === null ? {} : { type: userType }) },
    groups,
    ...(roles === null ? {} : { roles }),
  });
  if (!read.ok) return read;
  const { applications: _none, ...facts } = read.value.facts;
  return succeed(facts);
}
