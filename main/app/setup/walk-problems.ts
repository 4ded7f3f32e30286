import type { Problem } from "../../core/problem.ts";
import type { GraphRequest } from "../../core/setup/index.ts";
import type { AdministratorAnswer } from "../../practice-tenant/index.ts";

const rest = "What was made before stays, and a second run goes on from there.";

/** Why Graph did not do what a step asked for. */
export function answeredWith(
  { method, url }: GraphRequest,
  { status, body }: AdministratorAnswer,
  role: string,
): Problem {
  const asked = `${method} ${url.split("?")[0] ?? url}`;
  const said = messageIn(body);
  if (status === 403)
    return {
      code: "set-up-refused",
      title: "Microsoft Graph refused a step.",
      detail: `${asked} was answered with 403. ${said}`.trim(),
      fix: `Have somebody with the role ${role} run it, with consent for its permissions. ${rest}`,
    };
  if (status === 429)
    return {
      code: "set-up-busy",
      title: "Microsoft Graph is too busy.",
      detail: `${asked} was answered with 429. ${said}`.trim(),
      fix: `Carry it out again in a minute. ${rest}`,
    };
  return {
    code: "set-up-failed",
    title: "A step did not work.",
    detail: `${asked} was answered with ${status}. ${said}`.trim(),
    fix: `Look at the request and its answer. ${rest}`,
  };
}

export function foundTwice(step: string, amount: number): Problem {
  return {
    code: "set-up-found-twice",
    title: "A name is there twice, so nobody can say which one is meant.",
    detail: `${step}: ${amount} objects have the name and the mark.`,
    fix: `Delete the one that nothing uses, or choose another prefix for new names. ${rest}`,
  };
}

export function gone(step: string): Problem {
  return {
    code: "set-up-gone",
    title: "What a step changes is no longer there.",
    detail: step,
    fix: `Read the policies again. ${rest}`,
  };
}

export function cannotSave(step: string): Problem {
  return {
    code: "set-up-no-id",
    title: "An answer of Microsoft Graph lacks the id that later steps need.",
    detail: step,
    fix: `Look at the request and its answer. ${rest}`,
  };
}

export const stoppedByPerson: Problem = {
  code: "set-up-stopped",
  title: "You stopped it.",
  detail: "The request that was on its way is done; none was sent after it.",
  fix: rest,
};

function messageIn(body: unknown): string {
  if (typeof body !== "object" || body === null || !("error" in body)) return "";
  const { error } = body;
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : "";
}
