import type { Problem } from "../../core/problem.ts";

/**
 * The problem for a call that does not say what to do: one sentence, and where the whole way of calling is told.
 *
 * @param usage as in {@link CommandForm}; its first word is the command
 */
export function wrongCall(what: string, usage: string): Problem {
  const [command] = usage.split(" ");
  return {
    code: "wrong-call",
    title: what,
    detail: "",
    fix: `latchkey ${command} --help shows how it is called.`,
  };
}
