import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { eventChannel } from "../../../preload/bridge.ts";
import type { EventName, EventPayload } from "../../../preload/contract.ts";

/** Pushes events to every page that is connected. Pages send nothing here; calls go over POST. */
export type EventChannel = {
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly emit: <E extends EventName>(name: E, payload: EventPayload<E>) => void;
  readonly close: () => void;
};

export const eventProtocol = "latchkey-events";

export function createEventChannel(): EventChannel {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 1024,
    handleProtocols: () => eventProtocol,
  });
  return {
    accept: (request, socket, head) => server.handleUpgrade(request, socket, head, () => undefined),
    emit: (name, payload) => {
      const message = JSON.stringify({ channel: eventChannel(name), payload });
      for (const client of server.clients) client.send(message);
    },
    close: () => {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}
