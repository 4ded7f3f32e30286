import type { PracticeAccount } from "../../../../preload/contract.ts";
import type { Tone } from "../../../components/tag.tsx";

type Hindrance = PracticeAccount["hindrances"][number];

const methods: Readonly<Record<string, string>> = {
  oneTimeCode: "Code from an app",
  textMessage: "Text message",
  phoneCall: "Phone call",
  authenticatorApp: "Authenticator app",
  fido2: "Passkey",
  external: "Another provider's MFA",
  registration: "None yet, registers one",
};

const hindrances: Readonly<Record<Hindrance, { readonly word: string; readonly tone: Tone }>> = {
  disabled: { word: "Disabled", tone: "err" },
  "locked-out": { word: "Locked out", tone: "err" },
  "password-expired": { word: "Password expired", tone: "warn" },
};

/** How the second factor of an account is called; a method that has no words yet is named as it is. */
export function secondFactorWord({ mfa }: Pick<PracticeAccount, "mfa">): string {
  return mfa === null ? "None" : (methods[mfa.method] ?? mfa.method);
}

/** Second factor and what to type for it, in one line of a menu. */
export function secondFactorLine(account: Pick<PracticeAccount, "mfa">): string {
  const word = secondFactorWord(account);
  return account.mfa === null ? "No second factor" : `${word}: ${account.mfa.code}`;
}

/** What keeps an account from signing in, as labels. */
export function hindranceLabels({
  hindrances: found,
}: Pick<PracticeAccount, "hindrances">): readonly { readonly word: string; readonly tone: Tone }[] {
  return found.map((hindrance) => hindrances[hindrance]);
}
