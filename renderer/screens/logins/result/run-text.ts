import type { LoginResult, Outcome } from "../../../../preload/contract.ts";
import type { Tone } from "../../../components/tag.tsx";

type Word = { readonly word: string; readonly tone: Tone };

const shortText: Readonly<Record<Exclude<Outcome, "succeeded">, Word>> = {
  "password-correct": { word: "password correct", tone: "ok" },
  "password-wrong": { word: "password wrong", tone: "err" },
  "password-expired": { word: "password expired", tone: "err" },
  blocked: { word: "blocked", tone: "err" },
  account: { word: "account", tone: "err" },
  misconfigured: { word: "misconfigured", tone: "warn" },
  unreachable: { word: "unreachable", tone: "mute" },
  cancelled: { word: "stopped", tone: "mute" },
  unclear: { word: "unclear", tone: "mute" },
};

/** A result in one line, for the list of runs: `50076 · password correct`, `Signed in with MFA`. */
export function runLine(result: Pick<LoginResult, "outcome" | "factor" | "error">): Word {
  if (result.outcome === "succeeded") {
    const factor = { multi: " with MFA", single: ", no MFA", unknown: "" }[result.factor];
    return { word: `Signed in${factor}`, tone: "ok" };
  }
  const { word, tone } = shortText[result.outcome];
  const code = result.error?.code;
  return { word: code === undefined ? word : `${code} · ${word}`, tone };
}
