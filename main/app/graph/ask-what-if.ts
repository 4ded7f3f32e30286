import type { Assumed } from "../../../preload/contract.ts";
import {
  type ConditionalAccessAnswer,
  compareWithWhatIf,
  type WhatIfComparison,
  whatIfBody,
} from "../../core/conditional-access/index.ts";
import { isGuid } from "../../core/guid.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { type GraphPorts, type GraphSession, postForAnswer } from "../../graph/index.ts";

/**
 * Asks Microsoft's What If about the resource of each sign-in, under what is assumed, and holds its answer against ours.
 * Problems: `what-if-needs-id`, `graph-answer`, those of Graph.
 */
export async function askWhatIf(
  { session, graph }: { readonly session: GraphSession; readonly graph: GraphPorts },
  answer: ConditionalAccessAnswer,
  assumed: Assumed,
): Promise<Result<readonly WhatIfComparison[]>> {
  const userId = userOf(assumed, session);
  if (userId === null) return fail(needsId);
  const all: WhatIfComparison[] = [];
  for (const signIn of answer.signIns) {
    // What If takes app ids; an App ID URI whose app nobody knows cannot be asked about.
    if (!isGuid(signIn.resource)) return fail(needsApp(signIn.resource));
    const body = whatIfBody({ userId, signIn, conditions: conditionsOf(assumed) });
    const path = "v1.0/identity/conditionalAccess/evaluate";
    const answered = await postForAnswer(graph, path, "Policy.Read.ConditionalAccess", body);
    if (!answered.ok) return answered;
    const list = listIn(answered.value);
    if (list === null) return fail(noList);
    all.push(compareWithWhatIf(signIn, list, answer.baselineScopes));
  }
  return succeed(all);
}

function userOf({ user }: Assumed, { userName, userId }: GraphSession): string | null {
  if (user === undefined || user.toLowerCase() === userName.toLowerCase()) return userId;
  return isGuid(user) ? user : null;
}

/** What is left out is open there as it is here. */
function conditionsOf(assumed: Assumed): Readonly<Record<string, unknown>> {
  const { platform, country, ipAddress, signInRisk, userRisk, insiderRisk, device, clientAppType } = assumed;
  const known = {
    devicePlatform: platform ?? "macOS",
    country: country?.toUpperCase(),
    ipAddress,
    signInRiskLevel: signInRisk,
    userRiskLevel: userRisk,
    insiderRiskLevel: insiderRisk,
    clientAppType,
    deviceInfo: device === undefined || device === null ? undefined : { isCompliant: device.isCompliant },
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

function listIn(value: unknown): readonly unknown[] | null {
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
