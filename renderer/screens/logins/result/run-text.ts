import type { LoginResult, Outcome } from "../../../../preload/contract.ts";
import type { Tone } from "../../../components/tag.tsx";
import { verdictTone } from "./outcome-tone.ts";

type Word = { readonly word: string; readonly tone: Tone };

const shortText: Readonly<Record<Exclude<Outcome, "succeeded">, string>> = {
  "password-correct": "password correct",
  "password-wrong": "password wrong",
  "password-expired": "password expired",
  blocked: "blocked",
  account: "account",
  misconfigured: "misconfigured",
  unreachable: "unreachable",
  cancelled: "stopped",
  unclear: "unclear",
};

/** A result in one line, for the list of runs: `50076 · password correct`, `Signed in with MFA`. */
export function runLine(
  result: Pick<LoginResult, "kind" | "outcome" | "factor" | "error" | "jamfConnect">,
): Word {
  const { tone } = verdictTone(result);
  if (result.outcome === "succeeded") {
    const single = result.kind === "ropg" ? "Clean" : "No MFA";
    const word = { multi: "Signed in with MFA", single, unknown: "Signed in" }[result.factor];
    return { word, tone };
  }
  const word = shortText[result.outcome];
  const code = result.error?.code;
  return { word: code === undefined ? word : `${code} · ${word}`, tone };
}
