import { signOfLife } from "../bridge.ts";
import type { Problem } from "../contract.ts";
import type { EventOrder } from "./event-order.ts";
import { beatMs, createHeartbeat } from "./heartbeat.ts";

export type Told = {
  /** How events and answers stay in their order. */
  readonly order: EventOrder;
  readonly message: (channel: string, payload: unknown) => void;
  /** There is no app any more, or another one that does not know this page. */
  readonly gone: () => void;
  /** The app does not answer just now, or does again. */
  readonly silence: (isSilent: boolean) => void;
  /** The socket was closed and is open again: what was told meanwhile was missed. */
  readonly missed: () => void;
  /** Asked when the socket does not open: null where the app answers other questions. */
  readonly whyRefused: () => Promise<Problem | null>;
};

const reconnectAfterMs = 1000;
/** A question that is not answered for so long is asked anew, by a channel that is opened anew. */
const longestQuestionMs = 10_000;

/**
 * Opens the event socket and keeps it open; resolves when the first try has succeeded or failed. The app closes it while it
 * lives where this page had not read for long, or where too many tabs are open: it opens again, and the page stays as it is.
 */
export function listen(bearer: string, tell: Told): Promise<"open" | "refused"> {
  return new Promise((resolve) => {
    let wasOpen = false;
    let isGone = false;
    let open: () => void = () => undefined;
    const later = () => void setTimeout(() => open(), reconnectAfterMs);
    const lost = async () => {
      const problem = await Promise.race([tell.whyRefused(), unanswered()]);
      if (problem !== null && !isGone) {
        isGone = true;
        tell.gone();
      }
      later();
    };
    const beating = beat(() => isGone, tell.silence);
    open = () => {
      const socket = new WebSocket(`ws://${location.host}/events`, ["latchkey-events", `bearer.${bearer}`]);
      let openedAt: number | null = null;
      socket.addEventListener("open", () => {
        openedAt = performance.now();
        beating.ask(() => socket.readyState === WebSocket.OPEN && socket.send(signOfLife));
        // It was taken for gone, and nothing here works any more.
        if (isGone) location.reload();
        else if (wasOpen) tell.missed();
        wasOpen = true;
        resolve("open");
      });
      socket.addEventListener("message", (message) => {
        beating.heard();
        if (message.data === signOfLife) return;
        if (/^\d+$/.test(String(message.data))) {
          tell.order.opened(Number(message.data));
          return;
        }
        const { channel, payload } = JSON.parse(String(message.data)) as {
          channel: string;
          payload: unknown;
        };
        // What waits for it goes on behind those who listen.
        tell.order.heard();
        tell.message(channel, payload);
      });
      socket.addEventListener("close", () => {
        tell.order.closed();
        if (!wasOpen) {
          resolve("refused");
          later();
        } else if (openedAt === null || performance.now() - openedAt < reconnectAfterMs) {
          // One that is closed as soon as it is open would be opened without end.
          void lost();
        } else open();
      });
    };
    open();
  });
}

function unanswered(): Promise<null> {
  return new Promise((resolve) => void setTimeout(() => resolve(null), longestQuestionMs));
}

type Beating = {
  /** From now on the app is asked like this. */
  readonly ask: (ask: () => void) => void;
  readonly heard: () => void;
};

/** Asks for signs of life as long as the page is looked at and the app is not gone. */
function beat(isGone: () => boolean, tell: Told["silence"]): Beating {
  let ask: (() => void) | null = null;
  const heartbeat = createHeartbeat(
    () => performance.now(),
    () => ask?.(),
    tell,
  );
  const start = () => {
    const timer = setInterval(() => {
      if (isGone()) clearInterval(timer);
      else if (document.hidden) heartbeat.rest();
      else heartbeat.beat();
    }, beatMs);
  };
  return {
    ask: (how) => {
      if (ask === null) start();
      ask = how;
    },
    heard: heartbeat.heard,
  };
}
