import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { eventChannel } from "../../../preload/bridge.ts";
import type { EventName, EventPayload } from "../../../preload/contract.ts";

/** Pushes events to every page that is connected. Pages send nothing here; calls go over POST. */
export type EventChannel = {
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly emit: <E extends EventName>(name: E, payload: EventPayload<E>) => void;
  readonly close: () => void;
};

export const eventProtocol = "latchkey-events";

/** Tabs at a time; one more lets the oldest go. */
const mostTabs = 64;
/** Bytes that may wait for one tab. The largest event, a whole profile with its findings, stays below. */
const mostUnread = 16 * 1024 * 1024;

export function createEventChannel(): EventChannel {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 1024,
    handleProtocols: () => eventProtocol,
  });
  const joined = (client: WebSocket): void => {
    // A frame that is none, or a connection that breaks, ends this tab's channel and nothing else.
    client.on("error", () => client.terminate());
    const [oldest] = server.clients;
    if (server.clients.size > mostTabs) oldest?.terminate();
  };
  return {
    accept: (request, socket, head) => server.handleUpgrade(request, socket, head, joined),
    emit: (name, payload) => {
      const message = JSON.stringify({ channel: eventChannel(name), payload });
      for (const client of server.clients) send(client, message);
    },
    close: () => {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

/**
 * A tab that does not read, a sleeping one for example, loses its connection before events pile up for it. It comes
 * back by itself and then asks for everything anew.
 */
function send(client: WebSocket, message: string): void {
  if (client.bufferedAmount > mostUnread) client.terminate();
  else client.send(message, () => undefined);
}
