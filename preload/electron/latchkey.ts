import { callChannel, eventChannel, fileChannel, isCallName, isEventName } from "../bridge.ts";
import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
  FileHandle,
  Latchkey,
  Problem,
  Result,
} from "../contract.ts";

/** The part of Electron that the bridge is built on. The `event` argument of a message never reaches the page. */
export type Transport = {
  readonly invoke: (channel: string, input: unknown) => Promise<unknown>;
  /** Where a file lies that a person picked or dropped; empty for one that a script has made. */
  readonly pathOf: (file: object) => string;
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
    giveFile: async (file) => {
      try {
        return (await transport.invoke(fileChannel, transport.pathOf(file))) as Result<FileHandle>;
      } catch {
        return { ok: false, problem: noAnswer };
      }
    },
    // This host saves what it makes by its own dialog.
    takeFile: async () => ({ ok: false, problem: noDownload }),
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

const noDownload: Problem = {
  code: "file-gone",
  title: "There is nothing to download.",
  detail: "In its own window Latchkey saves files by the system's dialog.",
  fix: "Save it again.",
};
