import type { GraphConnection } from "../../../app/graph/graph-connection.ts";
import { personFacts } from "../../../app/graph/person-facts.ts";
import type { Context, SignInContext } from "../../../core/conditional-access/index.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import type { PersonFromGraph } from "../../../graph/index.ts";
import type { Terminal } from "../command.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

/** Refuses a person who is given twice: nobody could tell which counts. Problem: `wrong-call`. */
export function checkOnePerson(
  person: string | null,
  { facts }: Pick<Context, "facts">,
  usage: string,
): Problem | null {
  const { user, userKinds, groups, roles, ruledOut } = facts;
  const isGiven = [user, userKinds, groups, roles, ruledOut?.users, ruledOut?.groups, ruledOut?.roles].some(
    (each) => each !== undefined,
  );
  return person !== null && isGiven
    ? wrongCall("Give the person either with --person or in the context, not both.", usage)
    : null;
}

/** Reads who somebody is to the policies from Microsoft Graph, and says on stderr what it showed. */
export async function loadPerson(
  name: string,
  connection: GraphConnection,
  terminal: Terminal,
): Promise<Result<SignInContext>> {
  const { readPerson } = await import("../../../graph/index.ts");
  const signedIn = connection.ports("person");
  if (!signedIn.ok) return fail(signedIn.problem);
  const read = await readPerson(signedIn.value.graph, name);
  if (!read.ok) return read;
  const facts = personFacts(read.value);
  if (!facts.ok) return facts;
  terminal.stderr(`${oneLine(described(read.value))}\n`);
  return succeed(facts.value);
}

function described({ userPrincipalName, userType, groups, roles }: PersonFromGraph): string {
  const held =
    roles === null
      ? "roles that Graph does not show, so they stay open"
      : counted(roles.length, "active role");
  const kind = userType ?? "kind of user not known";
  return `Read ${userPrincipalName}: ${kind}, ${counted(groups.length, "group")}, ${held}.`;
}

function counted(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
