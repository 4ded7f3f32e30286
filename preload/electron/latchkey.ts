import { callChannel, eventChannel, isCallName, isEventName } from "../bridge.ts";
import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
  Latchkey,
  Problem,
  Result,
} from "../contract.ts";

/** The part of `ipcRenderer` that the bridge is built on. Its `event` argument never reaches the page. */
export type Transport = {
  readonly invoke: (channel: string, input: unknown) => Promise<unknown>;
  readonly on: (channel: string, listener: (event: unknown, payload: unknown) => void) => unknown;
  readonly off: (channel: string, listener: (event: unknown, payload: unknown) => void) => unknown;
};

/** Builds what the page sees as `window.latchkey`: only names that the contract lists, and calls that never reject. */
export function createLatchkey(transport: Transport): Latchkey {
  return {
    call: async <N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> => {
      if (!isCallName(name)) return { ok: false, problem: unknownCall };
      try {
        // Main builds the answer from the same contract, so its type is known though it crossed a process border.
        return (await transport.invoke(callChannel(name), input)) as Result<CallOutput<N>>;
      } catch {
        // What Electron rejects with names channels and internals, nothing that helps a person.
        return { ok: false, problem: noAnswer };
      }
    },
    on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): (() => void) => {
      if (!isEventName(name)) return () => undefined;
      const channel = eventChannel(name);
      // Only main sends on this channel, with the payload the contract gives to it.
      const deliver = (_event: unknown, payload: unknown) => listener(payload as EventPayload<E>);
      transport.on(channel, deliver);
      return () => {
        transport.off(channel, deliver);
      };
    },
  };
}

const unknownCall: Problem = {
  code: "unknown-call",
  title: "The page asked for something this app does not do.",
  detail: "The call is not in the contract.",
  fix: "Reload the window. If it happens again, page and app are of different versions: restart the app.",
};

const noAnswer: Problem = {
  code: "no-answer",
  title: "The app did not answer.",
  detail: "The call to the main process failed before there was a result.",
  fix: "Try again; if it happens again, restart the app.",
};
