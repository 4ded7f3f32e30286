type Message =
  | { readonly kind: "ask" | "gone"; readonly from: string }
  | { readonly kind: "answer"; readonly from: string; readonly to: string };

/**
 * Asks whether other tabs of the same app were there before this one, and answers those that come later.
 *
 * @param tell whether there is an older one, whenever that changes
 * @param id of this tab
 * @returns ends it, and tells the others
 */
export function watchOtherTabs(tell: (isSecond: boolean) => void, id: string): () => void {
  const channel = new BroadcastChannel("latchkey-tabs");
  const older = new Set<string>();
  const send = (message: Message) => channel.postMessage(message);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    const before = older.size > 0;
    if (data.kind === "ask") send({ kind: "answer", from: id, to: data.from });
    else if (data.kind === "gone") older.delete(data.from);
    else if (data.kind === "answer" && data.to === id) older.add(data.from);
    if (older.size > 0 !== before) tell(older.size > 0);
  };
  send({ kind: "ask", from: id });
  return () => {
    send({ kind: "gone", from: id });
    channel.close();
  };
}
