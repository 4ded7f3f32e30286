import type { Outcome, ScenarioView } from "../../../preload/contract.ts";
import type { Tone } from "../../components/tag.tsx";

type ExpectedWord = { readonly word: string; readonly tone: Tone; readonly meaning?: string };

/** What becomes of a code, in a word: a correct password is accepted in spite of it, whatever else it says. */
const meanings: Readonly<Partial<Record<Outcome, string>>> = {
  "password-correct": "accepted",
  "password-expired": "expired",
  blocked: "blocked",
  account: "refused",
  misconfigured: "refused",
};

/**
 * How the expected end of one sign-in is written in the pair: `MFA`, `no MFA`, `clean`, or the code of the answer with what
 * becomes of it. A login without a second factor is worth a look; a password check without one is clean.
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
  const tone = outcome === "password-correct" ? "warn" : "err";
  if (code === null) return { word: outcome.replaceAll("-", " "), tone };
  const meaning = meanings[outcome];
  return { word: String(code), tone, ...(meaning === undefined ? {} : { meaning }) };
}

/** Both halves of the pair; a code that sources leave open is drawn as such. */
export function expectedPair({ expected, isUncertain }: Pick<ScenarioView, "expected" | "isUncertain">) {
  return {
    login: { ...expectedWord(expected, "login"), isOpen: isUncertain && expected.loginCode !== null },
    check: { ...expectedWord(expected, "check"), isOpen: isUncertain && expected.checkCode !== null },
  };
}
