import type { ScenarioView } from "../../../preload/contract.ts";
import type { Tone } from "../../components/tag.tsx";

type ExpectedWord = { readonly word: string; readonly tone: Tone };

/**
 * How the expected end of one sign-in is written in the pair: `MFA`, `no MFA`, `clean`, or the code of the answer. A
 * login without a second factor is worth a look; a password check without one is clean.
 */
export function expectedWord(expected: ScenarioView["expected"], side: "login" | "check"): ExpectedWord {
  const login = side === "login";
  const outcome = login ? expected.login : expected.check;
  const code = login ? expected.loginCode : expected.checkCode;
  const mfa = login ? expected.loginMfa : expected.checkMfa;
  if (outcome === "succeeded") {
    if (mfa) return { word: "MFA", tone: login ? "mfa" : "warn" };
    return login ? { word: "no MFA", tone: "warn" } : { word: "clean", tone: "ok" };
  }
  const word = code === null ? outcome.replaceAll("-", " ") : String(code);
  return { word, tone: outcome === "password-correct" ? "warn" : "err" };
}

/** Both halves of the pair; a code that sources leave open is drawn as such. */
export function expectedPair({ expected, isUncertain }: Pick<ScenarioView, "expected" | "isUncertain">) {
  return {
    login: { ...expectedWord(expected, "login"), isOpen: isUncertain && expected.loginCode !== null },
    check: { ...expectedWord(expected, "check"), isOpen: isUncertain && expected.checkCode !== null },
  };
}
