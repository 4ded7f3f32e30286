import type { RolloutView } from "../../../preload/contract.ts";
import type { IconName } from "../../components/icon.tsx";
import { count } from "../../text/count.ts";

type Look = { readonly tone: "ok" | "warn" | "err"; readonly icon: IconName };

export const decisionLooks: Readonly<Record<RolloutView["decision"], Look>> = {
  go: { tone: "ok", icon: "ok" },
  "no-go": { tone: "err", icon: "error" },
  "not-yet": { tone: "warn", icon: "question" },
};

/** The decision with what made it: one reason is said, several are counted. */
export function decisionSentence({ decision, reasons }: RolloutView): string {
  if (decision === "go") return "Ready: this profile can be rolled out.";
  const weight = decision === "no-go" ? "against" : "open";
  const [first, ...others] = reasons.filter((reason) => reason.weight === weight);
  const amount = others.length + 1;
  if (decision === "not-yet")
    return amount === 1 ? "Not ready yet: 1 thing is open." : `Not ready yet: ${amount} things are open.`;
  if (amount > 1 || first === undefined) return `Not ready: ${amount} things speak against it.`;
  const { text } = first;
  return text.startsWith(ofProfile) ? `Not ready: ${text.slice(ofProfile.length)}` : `Not ready. ${text}`;
}

/** How the reason begins that counts the errors. */
const ofProfile = "The profile has ";

/** Whether the decision's sentence says a reason already. */
export function isSaid(
  rollout: RolloutView,
  { text }: Pick<RolloutView["reasons"][number], "text">,
): boolean {
  const words = text.startsWith(ofProfile) ? `: ${text.slice(ofProfile.length)}` : `. ${text}`;
  return decisionSentence(rollout).endsWith(words);
}

export const weightLooks: Readonly<
  Record<RolloutView["reasons"][number]["weight"], Look & { readonly word: string }>
> = {
  fine: { tone: "ok", icon: "check", word: "Fine" },
  open: { tone: "warn", icon: "question", word: "Open" },
  against: { tone: "err", icon: "error", word: "Against it" },
};

/** The answer to "Ready to roll out?", and how much stands in its way: `Yes`, `Not yet, 3 questions open`, `No, 1 reason`. */
export function decisionLine({ decision, reasons }: RolloutView): string {
  const amount = (weight: "against" | "open") => reasons.filter((reason) => reason.weight === weight).length;
  switch (decision) {
    case "go":
      return "Yes";
    case "not-yet":
      return `Not yet, ${count(amount("open"), "question")} open`;
    case "no-go":
      return `No, ${count(amount("against"), "reason")}`;
  }
}
