import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { eventChannel, signOfLife } from "../../../preload/bridge.ts";
import type { EventName, EventPayload } from "../../../preload/contract.ts";

/** Pushes events to every page that is connected. Pages only ask for a sign of life here; calls go over POST. */
export type EventChannel = {
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** How many events were told so far. */
  readonly told: () => number;
  readonly emit: <E extends EventName>(name: E, payload: EventPayload<E>) => void;
  readonly close: () => void;
};

export const eventProtocol = "latchkey-events";

/** Tabs at a time; one more lets the oldest go. */
const mostTabs = 64;
/**
 * Bytes that may wait for one tab beside the largest event among them: the view of a large profile has more than this, and the events
 * that are told right behind it must not cost its tab the connection.
 */
const mostUnread = 16 * 1024 * 1024;

export function createEventChannel(): EventChannel {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 1024,
    handleProtocols: () => eventProtocol,
  });
  /** Sizes of the events that wait for each tab. */
  const tabs = new Map<WebSocket, number[]>();
  let told = 0;
  const joined = (client: WebSocket): void => {
    tabs.set(client, []);
    client.send(String(told));
    client.once("close", () => tabs.delete(client));
    // A frame that is none, or a connection that breaks, ends this tab's channel and nothing else.
    client.on("error", () => client.terminate());
    client.on("message", (message) => {
      // What waits for a tab is a sign of life when it comes; answers to one that does not read would pile up.
      if (String(message) === signOfLife && client.bufferedAmount === 0) client.send(signOfLife);
    });
    const [oldest] = server.clients;
    if (server.clients.size > mostTabs) oldest?.terminate();
  };
  return {
    accept: (request, socket, head) => server.handleUpgrade(request, socket, head, joined),
    told: () => told,
    emit: (name, payload) => {
      told += 1;
      // Once for all tabs: a text would be held anew for each.
      const message = Buffer.from(JSON.stringify({ channel: eventChannel(name), payload }));
      for (const [client, waiting] of tabs) send(client, waiting, message);
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
function send(client: WebSocket, waiting: number[], message: Buffer): void {
  const sum = waiting.reduce((all, bytes) => all + bytes, 0);
  if (sum - Math.max(0, ...waiting) > mostUnread) {
    client.terminate();
    return;
  }
  waiting.push(message.length);
  // In the order in which they were sent.
  client.send(message, { binary: false }, () => void waiting.shift());
}
