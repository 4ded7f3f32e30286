import type { CallName, Latchkey } from "../../preload/contract.ts";

/** Calls that change the document. */
const changes: ReadonlySet<CallName> = new Set<CallName>([
  "profile.edit",
  "profile.editField",
  "profile.editSource",
  "form.enter",
  "form.add",
  "form.addByHand",
  "form.remove",
  "form.importLicense",
  "form.applyFixes",
  "profile.undo",
  "profile.redo",
  "recipes.apply",
  "document.settle",
]);

/** The same host, and whether and when every change that was asked for so far has been answered: calls may
 * overtake each other. */
export function trackChanges(bridge: Latchkey): {
  readonly host: Latchkey;
  readonly changesDone: () => Promise<void>;
  readonly isChanging: () => boolean;
} {
  const pending = new Set<Promise<unknown>>();
  const call: Latchkey["call"] = (name, input) => {
    const answer = bridge.call(name, input);
    if (changes.has(name)) {
      pending.add(answer);
      const done = () => pending.delete(answer);
      answer.then(done, done);
    }
    return answer;
  };
  return {
    host: { ...bridge, call },
    changesDone: async () => {
      await Promise.allSettled(pending);
    },
    isChanging: () => pending.size > 0,
  };
}
