import { useEffect } from "react";
import type { IdentityView } from "../../../preload/contract.ts";
import { useApp, useExports } from "../../stores/context.ts";

/** What can sign: identities of this Mac's keychain, where there is one, and those that were unlocked from files. */
export function useIdentities(): { readonly shown: readonly IdentityView[]; readonly hasExpired: boolean } {
  const { canSignWithKeychain } = useApp().description.capabilities;
  const unlocked = useExports((state) => state.identities);
  const keychain = useExports((state) => state.keychain);
  const showExpired = useExports((state) => state.showExpired);
  const identityId = useExports((state) => state.identityId);
  const load = useExports((state) => state.loadKeychain);
  useEffect(() => {
    if (canSignWithKeychain) {
      load();
    }
  }, [canSignWithKeychain, load]);
  const inKeychain = keychain?.identities ?? [];
  const shown = [
    ...inKeychain.filter(
      ({ id, keychain: kept }) => showExpired || kept?.isExpired !== true || id === identityId,
    ),
    ...unlocked,
  ];
  return { shown, hasExpired: inKeychain.some((one) => one.keychain?.isExpired === true) };
}
