import type { Problem } from "../core/problem.ts";
import { networkErrorEntry } from "../core/verdict/network-errors.ts";
import { NetworkError, networkErrorOf, RefusedError } from "../network/fault.ts";
import { type GraphPurpose, insteadOfGraph, orWithoutGraph } from "./purpose.ts";

/** What was asked for, and the permission that it needs. */
export type Refused = { readonly path: string; readonly scope: string; readonly purpose: GraphPurpose };

/** Graph's `error` in the body of a refusal; empty where there is none. */
export type GraphError = { readonly code: string; readonly message: string };

/**
 * A 403. Graph also answers with it where the tenant lacks a licence, and then no permission is missing.
 * Source: https://learn.microsoft.com/graph/resolve-auth-errors
 */
export function forbidden({ path, scope, purpose }: Refused, { code, message }: GraphError): Problem {
  if (/NonPremiumTenant|PremiumLicen[cs]e/iu.test(code) || /\blicen[cs]e/iu.test(message)) {
    return {
      code: "graph-licence-missing",
      title: `Microsoft Graph shows ${path} to tenants with a licence only.`,
      detail: `It says that this tenant has none that it takes for one (${code === "" ? "403" : code}). That is about Microsoft Entra ID P1 or P2, not about permissions.`,
      fix: `${insteadOfGraph(purpose)} Where the tenant has the licence, try again in a few minutes.`,
    };
  }
  return {
    code: "graph-consent-missing",
    title: `Microsoft Graph refuses to show ${path}.`,
    detail: `It needs the delegated permission ${scope}, and a role in the tenant that may read it, for example ${roleFor(scope)}.`,
    fix: `Add ${scope} to the app registration, have an administrator consent, and sign in again.`,
  };
}

/** A role that may read what the permission is for; not even a Global Administrator reads attributes without theirs. */
function roleFor(scope: string): string {
  if (scope.startsWith("CustomSecAttribute")) return "Attribute Assignment Reader";
  return /^(?:Policy|AuditLog)\./u.test(scope) ? "Security Reader" : "Global Reader";
}

export function answerProblem(path: string, why: string, purpose: GraphPurpose): Problem {
  return {
    code: "graph-answer",
    title: "An answer of Microsoft Graph cannot be used.",
    detail: `${path}: ${why}`,
    fix: orWithoutGraph("Try again", purpose),
  };
}

export function busy(host: string, tries: number): Problem {
  return {
    code: "graph-busy",
    title: "Microsoft Graph is too busy.",
    detail: `${host} put the request off ${tries} times.`,
    fix: "Try again in a few minutes.",
  };
}

/**
 * A request that was not sent, or that nothing answered.
 *
 * @param error what the fetch threw
 */
export function unreachable(host: string, error: unknown, purpose: GraphPurpose): Problem {
  if (error instanceof RefusedError) return error.problem;
  const id = error instanceof NetworkError ? error.fault : networkErrorOf(error);
  return {
    code: "graph-unreachable",
    title: networkErrorEntry(id).sentence.replaceAll("{host}", host),
    detail: "It was asked for Microsoft Graph.",
    fix: orWithoutGraph("Check the network of this machine", purpose),
  };
}

export const stopped: Problem = {
  code: "graph-stopped",
  title: "Reading from Microsoft Graph was stopped.",
  detail: "What was loaded before is kept.",
  fix: "Start again to read everything.",
};
