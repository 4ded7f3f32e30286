import type { Problem } from "../../core/problem.ts";

/** Help for the codes of the Security framework that signing runs into (`SecBase.h`). */
const statusHelp: readonly { readonly seen: RegExp; readonly detail: string; readonly fix: string }[] = [
  {
    seen: /-2070\b|errSecInternalComponent/,
    detail: "The key's access list does not let the security tool use it (errSecInternalComponent).",
    fix: "Unlock the keychain, and in Keychain Access allow the key to be used by /usr/bin/security. Then sign again.",
  },
  {
    seen: /-25293\b|errSecAuthFailed/,
    detail: "The keychain password was wrong (errSecAuthFailed).",
    fix: "Sign again and type the password of the login keychain.",
  },
  {
    seen: /-128\b|errSecUserCanceled|[Uu]ser cancell?ed/,
    detail: "The request for the key was cancelled (errSecUserCanceled).",
    fix: "Sign again and allow the access when macOS asks.",
  },
  {
    seen: /-25300\b|errSecItemNotFound/,
    detail: "The keychain holds the certificate without its private key (errSecItemNotFound).",
    fix: "Import the .p12 file that holds both, or sign with it directly.",
  },
  {
    seen: /-25308\b|errSecInteractionNotAllowed/,
    detail:
      "The keychain is locked, or there is no desktop session that could ask (errSecInteractionNotAllowed).",
    fix: "Unlock the keychain with: security unlock-keychain. Then sign again.",
  },
];

/** `security` ended with an error. Its own words go into the detail when they are not one of the known ones. */
export function securityFailed(stderr: string): Problem {
  const known = statusHelp.find((one) => one.seen.test(stderr));
  return {
    code: "keychain-failed",
    title: "macOS did not sign with the identity from the keychain.",
    detail: known?.detail ?? wordsOf(stderr),
    fix: known?.fix ?? "Export the identity from Keychain Access as .p12 and sign with that file.",
  };
}

/** `security` did not say what the keychain holds. */
export function identitiesNotListed(stderr: string): Problem {
  return {
    code: "keychain-failed",
    title: "The identities of the keychain could not be listed.",
    detail: wordsOf(stderr),
    fix: "See what this prints in Terminal: security find-identity -p basic. Or sign with a .p12 file.",
  };
}

function wordsOf(stderr: string): string {
  const said = stderr.trim().split("\n").at(-1)?.slice(0, 200) ?? "";
  return said === "" ? "The security tool gave no reason." : `The security tool says: ${said}`;
}

export function keychainNotHere(): Problem {
  return {
    code: "keychain-not-here",
    title: "Signing from the keychain works on a Mac only.",
    detail: "This system has no macOS keychain.",
    fix: "Export the identity from Keychain Access as .p12 and give it with --p12.",
  };
}

export function notAFingerprint(given: string): Problem {
  return {
    code: "wrong-call",
    title: "The keychain identity is named by the SHA-1 of its certificate.",
    detail: `${JSON.stringify(given.slice(0, 60))} is not 40 hexadecimal digits.`,
    fix: "Copy it from: security find-identity -v",
  };
}

export function identityNotFound(sha1: string): Problem {
  return {
    code: "keychain-identity-not-found",
    title: "The keychain holds no such certificate.",
    detail: `No certificate has the SHA-1 ${sha1}.`,
    fix: "List what there is with: security find-identity -v",
  };
}

export function noPrivateFile(reason: string): Problem {
  return {
    code: "keychain-files",
    title: "The profile could not be handed to the security tool.",
    detail: `It goes through a private file in the temporary folder, and the system ${reason}.`,
    fix: "Make room in the temporary folder, or sign with a .p12 file.",
  };
}
