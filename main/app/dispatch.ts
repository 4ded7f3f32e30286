import type { z } from "zod";
import { isCallName } from "../../preload/bridge.ts";
import type { CallInput, CallName, CallOutput } from "../../preload/contract.ts";
import { inputs } from "../../preload/inputs.ts";
import { exceeds } from "../core/json/exceeds.ts";
import { fail, type Problem, type Result } from "../core/problem.ts";
import { maximumInputValues } from "../core/profile/limits.ts";

/** One handler for each call of the contract; the compiler refuses a missing or a surplus one. */
export type Handlers = {
  readonly [N in CallName]: (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
};

/** Answers one call; never rejects. */
export type Dispatch = (name: string, input: unknown) => Promise<Result<unknown>>;

/**
 * The one door from a page into main: checks that the contract lists the call, that the input fits its schema, and
 * turns whatever a handler might throw into a problem. What the page sent is never part of a problem's text. Files that a call names
 * by their handles are given back with its answer, whatever that is and wherever its handler ended.
 *
 * @param release gives files back; it gets every text of the input that could be a handle
 */
export function createDispatch(
  handlers: Handlers,
  release: (texts: readonly string[]) => Promise<void>,
): Dispatch {
  return async (name, input) => {
    try {
      return await answerCall(handlers, name, input);
    } finally {
      const texts = possibleHandles(input);
      if (texts.length > 0) await release(texts).catch(() => undefined);
    }
  };
}

/** Texts as long as a handle, which is a UUID. Of an input that is too large, those that are met first. */
function possibleHandles(input: unknown): readonly string[] {
  const texts: string[] = [];
  const waiting: unknown[] = [input];
  for (let count = 0; count < maximumInputValues && waiting.length > 0; count += 1) {
    const next = waiting.pop();
    if (typeof next === "string" && next.length === 36) texts.push(next);
    if (typeof next !== "object" || next === null) continue;
    for (const item of Object.values(next)) waiting.push(item);
  }
  return texts;
}

async function answerCall(handlers: Handlers, name: string, input: unknown): Promise<Result<unknown>> {
  if (!isCallName(name)) {
    return fail({
      code: "unknown-call",
      title: "The page asked for something this app does not do.",
      detail: `The call ${JSON.stringify(name.slice(0, 60))} is not in the contract.`,
      fix: "Reload the window. If it happens again, page and app are of different versions: restart the app.",
    });
  }
  return answer(handlers, name, input);
}

async function answer<N extends CallName>(
  handlers: Handlers,
  name: N,
  input: unknown,
): Promise<Result<unknown>> {
  const schema: z.ZodType<CallInput<N>> = inputs[name];
  // Looking through an input takes a multiple of its size: what is far too large does not get so far.
  const parsed = exceeds(input, maximumInputValues) ? null : check(schema, input);
  if (parsed === null) return fail(tooMuch(name));
  if (!parsed.success) return fail(wrongInput(name, parsed.error.issues));
  try {
    return await handlers[name](parsed.data);
  } catch (error) {
    return fail({
      code: "internal",
      title: "Latchkey met something it was not built for.",
      detail: `${name}: ${error instanceof Error ? error.name : "unknown error"}.`,
      fix: "Your file has not been changed. Try again; if it happens again, report what you did.",
    });
  }
}

/** Null for a value of so many levels that it overflows the stack of its check. */
function check<T>(schema: z.ZodType<T>, input: unknown): z.ZodSafeParseResult<T> | null {
  try {
    return schema.safeParse(input);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function tooMuch(name: string): Problem {
  return {
    code: "input-too-large",
    title: "This is too large.",
    detail: `${name}: it has more than ${maximumInputValues} values, or too many levels.`,
    fix: "Change less at a time.",
  };
}

function wrongInput(name: string, issues: readonly z.core.$ZodIssue[]): Problem {
  const paths = issues.map((issue) => issue.path.join(".") || "(whole input)");
  return {
    code: "wrong-input",
    title: "The page sent something this call does not take.",
    detail: `${name}: ${[...new Set(paths)].slice(0, 5).join(", ")}.`,
    fix: "Reload the window and try again.",
  };
}
