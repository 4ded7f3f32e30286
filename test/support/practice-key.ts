import { type MakeSigningKey, makeSigningKey } from "../../main/practice-tenant/tokens/signing-keys.ts";

let made: ReturnType<MakeSigningKey> | null = null;

/** One signing key for all practice tenants of this process. Where tenants must not share one, they make their own. */
export const sharedPracticeKey: MakeSigningKey = () => {
  made ??= makeSigningKey();
  return made;
};
