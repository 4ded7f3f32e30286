import type { IdentityView, KeychainView } from "../../../preload/contract.ts";
import { daysLeft, endingText, soon } from "../../core/export/expiry.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type {
  IdentitySource,
  KeychainIdentity,
  SignedContent,
  Signer,
  SigningIdentity,
} from "../../signing/index.ts";
import type { HostPorts } from "../ports.ts";

/** Who can sign: identities that were unlocked from files, whose keys stay here in memory, and those of the system's keychain. */
export type Signers = {
  /** Problems: those of reading an identity. */
  readonly unlock: (
    label: string,
    source: IdentitySource,
    passphrase: string,
  ) => Promise<Result<IdentityView>>;
  /** Problems: `keychain-not-here`, `keychain-failed`. */
  readonly keychain: () => Promise<Result<KeychainView>>;
  /**
   * Signs with what one of the two gave out under this id. Problems: `identity-locked` where it is known no more, and those of
   * signing.
   */
  readonly sign: (content: Uint8Array, id: string) => Promise<Result<SignedContent>>;
  readonly forget: () => void;
};

export function createSigners({
  newUuid,
  now,
  keychain,
}: Pick<HostPorts, "newUuid" | "now" | "keychain">): Signers {
  const unlocked = new Map<string, SigningIdentity>();
  let listed: ReadonlySet<string> = new Set();
  return {
    unlock: async (label, source, passphrase) => {
      const { readIdentity } = await import("../../signing/index.ts");
      const identity = await readIdentity(source, passphrase === "" ? null : passphrase);
      if (!identity.ok) return identity;
      const id = newUuid();
      unlocked.set(id, identity.value);
      const { signer, chain, missingIssuer } = identity.value;
      const file = { chainLength: chain.length, missingIssuer };
      return succeed({ ...viewOf(signer, now()), id, label, file, keychain: null });
    },
    keychain: async () => {
      if (keychain === undefined) return fail(noKeychain);
      const { keychainIdentities } = await import("../../signing/index.ts");
      const found = await keychainIdentities(keychain);
      if (!found.ok) return found;
      const { identities, unread } = found.value;
      listed = new Set(identities.map(({ sha1 }) => sha1));
      return succeed({ identities: identities.map((one) => keychainView(one, now())), unread });
    },
    sign: async (content, id) => {
      const { signContent, signWithKeychain } = await import("../../signing/index.ts");
      if (keychain !== undefined && listed.has(id)) return signWithKeychain(content, id, { ports: keychain });
      const identity = unlocked.get(id);
      return identity === undefined ? fail(identityGone) : signContent(content, identity);
    },
    forget: () => unlocked.clear(),
  };
}

function viewOf(signer: Signer, now: number): Signer & Pick<IdentityView, "ending"> {
  const left = daysLeft(signer.notAfter, now);
  return { ...signer, ending: left === null || left >= soon ? null : endingText(signer.notAfter, now) };
}

function keychainView({ sha1, signer, mark }: KeychainIdentity, now: number): IdentityView {
  const left = daysLeft(signer.notAfter, now);
  const isExpired = mark === "CSSMERR_TP_CERT_EXPIRED" || (left !== null && left < 0);
  const held = mark === null || isExpired ? null : (markTexts[mark] ?? `macOS says ${mark}.`);
  return {
    ...viewOf(signer, now),
    id: sha1,
    label: "Keychain",
    file: null,
    keychain: { sha1, isExpired, held },
  };
}

/** The marks of Apple's trust check that say more than a code. */
const markTexts: Readonly<Record<string, string>> = {
  CSSMERR_TP_NOT_TRUSTED: "This Mac does not trust its issuer (CSSMERR_TP_NOT_TRUSTED).",
  CSSMERR_TP_CERT_REVOKED: "Its issuer has revoked it (CSSMERR_TP_CERT_REVOKED).",
  CSSMERR_TP_CERT_NOT_VALID_YET: "It is not valid yet (CSSMERR_TP_CERT_NOT_VALID_YET).",
};

const noKeychain: Problem = {
  code: "keychain-not-here",
  title: "This system has no macOS keychain.",
  detail: "Identities of a keychain are listed on a Mac only.",
  fix: "Choose a .p12 or PEM files.",
};

const identityGone: Problem = {
  code: "identity-locked",
  title: "The signing identity is locked.",
  detail: "Unlocked identities are kept in memory and forgotten when the app stops. Nothing was written.",
  fix: "Choose the .p12 or PEM files again.",
};
