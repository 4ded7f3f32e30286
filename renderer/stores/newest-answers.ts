import type { CallInput, CallName, CallOutput, EventName, Latchkey, Result } from "../../preload/contract.ts";

/** Questions how something stands, and the event that tells the same whenever it changes. */
const toldBy: ReadonlyMap<CallName, EventName> = new Map<CallName, EventName>([
  ["profile.current", "profile.changed"],
  ["drafts.list", "drafts.changed"],
  ["practice.status", "practice.changed"],
  ["history.list", "history.changed"],
  ["signIns.current", "signIns.changed"],
  ["graph.view", "graph.changed"],
  ["setUp.walk", "setUp.walked"],
]);

/** What changes all the time, as a log that is being read does, is told again by the next event. */
const mostTimes = 3;

/**
 * The same host, of whose answers none is older than what it has told: where the event that tells the same comes while an answer is on
 * its way, that answer may have been given before it, and the question is asked again.
 */
export function newestAnswers(bridge: Latchkey): Latchkey {
  const told = new Map<EventName, number>();
  for (const event of toldBy.values()) {
    bridge.on(event, () => void told.set(event, (told.get(event) ?? 0) + 1));
  }
  const ask = async <N extends CallName>(
    name: N,
    input: CallInput<N>,
    event: EventName,
  ): Promise<Result<CallOutput<N>>> => {
    for (let times = 1; ; times += 1) {
      const before = told.get(event);
      const answer = await bridge.call(name, input);
      if (told.get(event) === before || times === mostTimes) return answer;
    }
  };
  return {
    ...bridge,
    call: (name, input) => {
      const event = toldBy.get(name);
      return event === undefined ? bridge.call(name, input) : ask(name, input, event);
    },
  };
}
