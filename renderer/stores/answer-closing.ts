import type { Latchkey } from "../../preload/contract.ts";
import type { SavingStore } from "./saving-store.ts";

/** The window waits for the answer. A document that may go does not stay behind in main, where the next window would show it. */
export async function answerClosing(
  host: Latchkey,
  { saving }: { readonly saving: SavingStore },
): Promise<void> {
  const { leaveFor } = saving.getState();
  const close = await leaveFor(async () => (await host.call("profile.close", {})).ok);
  await host.call("app.answerClosing", { close });
}
