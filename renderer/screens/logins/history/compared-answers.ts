import type { Comparison } from "../../../../preload/contract.ts";
import { askedTexts } from "./asked-text.ts";
import type { Tone } from "./comparison-rows.ts";

/** What two runs came to for one sign-in. */
export type ComparedAnswer = {
  /** `Login`, `Check`. */
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly tones: { readonly before: Tone | null; readonly after: Tone | null };
};

/** The answers of two runs, like beside like: the login first; of a sign-in that one run did not test, that it did not. */
export function comparedAnswers({
  facts,
  alike,
}: Pick<Comparison, "facts" | "alike">): readonly ComparedAnswer[] {
  return (["oidc", "ropg"] as const).flatMap((signIn) => {
    const isAnswer = (one: Pick<Comparison["facts"][number], "topic" | "signIn">) =>
      one.topic === "answer" && one.signIn === signIn;
    const title = askedTexts[signIn].short;
    const same = alike.find(isAnswer);
    if (same !== undefined) {
      const tones = { before: null, after: null };
      return [{ title, before: same.value, after: "the same", tones }];
    }
    const fact = facts.find(isAnswer);
    if (fact === undefined) return [];
    const { before, after, tones = { before: null, after: null } } = fact;
    return [{ title, before: before ?? "not tested", after: after ?? "not tested", tones }];
  });
}
