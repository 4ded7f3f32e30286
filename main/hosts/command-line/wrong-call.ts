import type { Problem } from "../../core/problem.ts";

/** The problem for a call that does not say what to do; `usage` as in {@link CommandForm}. */
export function wrongCall(what: string, usage: string): Problem {
  return {
    code: "wrong-call",
    title: what,
    detail: `Usage: latchkey ${usage}.`,
    fix: "latchkey --help lists all commands.",
  };
}
