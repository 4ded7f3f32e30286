import type { Tone } from "../../components/tag.tsx";

/**
 * How a scenario's expected answer is written in the pair: `MFA`, `clean`, a code, or the words as they come.
 *
 * @param expected what the practice tenant says about one sign-in, for example `succeeded`, `50076`, `blocked`.
 * @param side a login that asks for no second factor is worth a look, a password check that does not is clean.
 */
export function expectedWord(
  expected: string,
  side: "login" | "check",
): { readonly word: string; readonly tone: Tone } {
  const text = expected.trim();
  const lower = text.toLowerCase();
  const code = /\b(?:AADSTS)?(\d{5,7})\b/.exec(text)?.[1];
  if (code !== undefined) {
    return { word: code, tone: /^500(?:7[2469])$|^50158$/.test(code) ? "warn" : "err" };
  }
  if (/^(?:no|without)[ -]mfa|^single/.test(lower)) {
    return side === "login" ? { word: "no MFA", tone: "warn" } : { word: "clean", tone: "ok" };
  }
  if (/mfa|multi/.test(lower)) {
    return { word: "MFA", tone: side === "login" ? "mfa" : "warn" };
  }
  if (/^(?:succeeded|success|clean|signed)/.test(lower)) {
    return side === "login" ? { word: "signs in", tone: "ok" } : { word: "clean", tone: "ok" };
  }
  if (lower === "password-correct") {
    return { word: "correct, MFA", tone: "warn" };
  }
  const bad = /block|wrong|expired|account|fail|locked/.test(lower);
  return { word: text.replaceAll("-", " "), tone: bad ? "err" : "warn" };
}
