const channelName = "latchkey-let-in";

/** How long a tab has to answer: it may sleep. */
const answerWithinMs = 2000;

type Message =
  | { readonly kind: "ask"; readonly from: string }
  | { readonly kind: "answer"; readonly to: string; readonly bearer: string };

/** Lets tabs of the same address in that ask. A broadcast reaches only pages of this origin in this browser. */
export function answerOtherTabs(bearer: string): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.kind === "ask") channel.postMessage({ kind: "answer", to: data.from, bearer } satisfies Message);
  });
}

/**
 * Asks the other tabs of this address for the bearer; null when none is there.
 *
 * @param id tells the answer to this tab from others
 */
export function askOtherTabs(id: string, withinMs = answerWithinMs): Promise<string | null> {
  const channel = new BroadcastChannel(channelName);
  return new Promise((resolve) => {
    const end = (bearer: string | null) => {
      clearTimeout(timer);
      channel.close();
      resolve(bearer);
    };
    const timer = setTimeout(() => end(null), withinMs);
    channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
      if (data.kind === "answer" && data.to === id) end(data.bearer);
    });
    channel.postMessage({ kind: "ask", from: id } satisfies Message);
  });
}
