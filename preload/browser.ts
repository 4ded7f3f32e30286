import { eventChannel, isEventName } from "./bridge.ts";
import { type Connection, connect } from "./browser/connection.ts";
import { keptBearer } from "./browser/kept-bearer.ts";
import { askOtherTabs } from "./browser/other-tab.ts";
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
    onGone: connection.onGone,
    onSilence: connection.onSilence,
    onMissed: connection.onMissed,
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

/**
 * Gets this tab in through another tab that is in: that one hands its bearer over, and this one is loaded again with it. Only
 * pages of this very address can ask and answer, in one browser of one person.
 *
 * @returns false when no tab has answered
 */
export async function letInByOtherTab(): Promise<boolean> {
  const bearer = await askOtherTabs(crypto.randomUUID());
  if (bearer === null) return false;
  keptBearer.set(bearer);
  location.reload();
  return true;
}
