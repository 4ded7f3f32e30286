import type { CallInput, CallName, EventName, EventPayload, Latchkey } from "../../../../preload/contract.ts";

type Sent = { readonly name: CallName; readonly input: unknown };

/** A host for store tests: answers from a table, keeps what was asked, announces on demand. */
export function createFakeHost(answers: Partial<Record<CallName, (input: never) => unknown>>) {
  const sent: Sent[] = [];
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const host = {
    call: async (name: CallName, input: CallInput<CallName>) => {
      sent.push({ name, input });
      const answer = answers[name];
      return answer === undefined ? { ok: true, value: null } : answer(input as never);
    },
    // A file stands for itself here.
    giveFile: async (file: object) => ({ ok: true, value: file }),
    takeFile: async (download: string) => ({ ok: true, value: new TextEncoder().encode(download) }),
    on: (name: EventName, listener: (payload: never) => void) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
  };
  const emit = <E extends EventName>(name: E, payload: EventPayload<E>) => {
    for (const listener of listeners.get(name) ?? []) listener(payload as never);
  };
  // The table is untyped on purpose: each test answers only the calls it is about.
  return { host: host as unknown as Latchkey, sent, emit };
}

/** A successful answer. */
export function ok(value: unknown): unknown {
  return { ok: true, value };
}

/** A failed answer. */
export function failed(code: string): unknown {
  return { ok: false, problem: { code, title: "No.", detail: "There.", fix: "That." } };
}
