import { eventChannel, isEventName } from "./bridge.ts";
import { type Connection, connect } from "./browser/connection.ts";
import { type EventName, type EventPayload, eventNames, type Latchkey, type Result } from "./contract.ts";

/**
 * Builds the same object that Electron's preload builds, over the loopback connection of the browser host: calls by
 * POST with a bearer, events over a WebSocket.
 *
 * @returns a problem `link-used` when the printed link was used before, `host-gone` when the app has stopped
 */
export async function connectBrowserHost(): Promise<Result<Latchkey>> {
  const connection = await connect();
  if (!connection.ok) return connection;
  return { ok: true, value: createLatchkey(connection.value) };
}

function createLatchkey(connection: Connection): Latchkey {
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  connection.onMessage((channel, payload) => {
    const name = eventNames.find((candidate) => eventChannel(candidate) === channel);
    if (name !== undefined) for (const listener of listeners.get(name) ?? []) listener(payload as never);
  });
  return {
    call: (name, input) => connection.post(name, input),
    giveFile: connection.upload,
    takeFile: connection.download,
    on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) => {
      if (!isEventName(name)) return () => undefined;
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => void set.delete(listener);
    },
  };
}
