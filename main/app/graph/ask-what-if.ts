import {
  type ConditionalAccessAnswer,
  compareWithWhatIf,
  type SignInContext,
  type WhatIfComparison,
  whatIfBody,
  whatIfConditions,
} from "../../core/conditional-access/index.ts";
import { isGuid } from "../../core/guid.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { type GraphPorts, type GraphSession, postForAnswer } from "../../graph/index.ts";

/**
 * Asks Microsoft's What If about the resource of each sign-in, under what is known of it, and holds its answer against ours.
 * Problems: `what-if-needs-id`, `graph-answer`, those of Graph.
 */
export async function askWhatIf(
  { session, graph }: { readonly session: GraphSession; readonly graph: GraphPorts },
  answer: ConditionalAccessAnswer,
  facts: SignInContext,
): Promise<Result<readonly WhatIfComparison[]>> {
  const userId = userOf(facts, session);
  if (userId === null) return fail(needsId);
  const all: WhatIfComparison[] = [];
  for (const signIn of answer.signIns) {
    // What If takes app ids; an App ID URI whose app nobody knows cannot be asked about.
    if (!isGuid(signIn.resource)) return fail(needsApp(signIn.resource));
    const body = whatIfBody({ userId, signIn, conditions: whatIfConditions(facts) });
    const path = "v1.0/identity/conditionalAccess/evaluate";
    const answered = await postForAnswer(graph, path, "Policy.Read.ConditionalAccess", body);
    if (!answered.ok) return answered;
    const list = listOfWhatIf(answered.value);
    if (list === null) return fail(noList);
    all.push(compareWithWhatIf(signIn, list, answer.baselineScopes));
  }
  return succeed(all);
}

/** The object id of the person who is asked about: who signed in, where nobody else is named. */
function userOf({ user }: SignInContext, { userName, userId }: GraphSession): string | null {
  const names = [...(user ?? [])];
  if (names.length === 0 || names.includes(userName.toLowerCase())) return userId;
  return names.find(isGuid) ?? null;
}

/** The list in an answer of What If; null where it is none. */
export function listOfWhatIf(value: unknown): readonly unknown[] | null {
  return typeof value === "object" && value !== null && "value" in value && Array.isArray(value.value)
    ? value.value
    : null;
}

const needsId: Problem = {
  code: "what-if-needs-id",
  title: "What If takes a person by object id.",
  detail: "The person in the bar is given by another name, and is not the one who signed in.",
  fix: "Give the object id, or leave the person open to ask about yourself.",
};

function needsApp(resource: string): Problem {
  return {
    code: "what-if-needs-app",
    title: "What If takes a resource by app id.",
    detail: `Nobody here knows the app id of ${resource}.`,
    fix: "Read the names of apps from Microsoft Graph too, and ask again.",
  };
}

const noList: Problem = {
  code: "graph-answer",
  title: "The answer of What If cannot be used.",
  detail: "It is no list of policies.",
  fix: "Try again, or use What If in the Entra admin center.",
};
