import type { EventPayload } from "../../preload/contract.ts";
import type { DocumentStore } from "./document-store.ts";
import type { NavigationStore } from "./navigation-store.ts";
import type { SignInsStore } from "./sign-ins-store.ts";

type Places = {
  readonly document: DocumentStore;
  readonly navigation: NavigationStore;
  readonly signIns: SignInsStore;
};

/** A sign-in log that the system handed over is read where logs are looked at. */
export function takeOfferedLog(
  { document, navigation, signIns }: Places,
  offered: EventPayload<"signIns.offered">,
): void {
  document.getState().dismiss();
  navigation.getState().go("sign-ins");
  void signIns.getState().openOffered(offered);
}
