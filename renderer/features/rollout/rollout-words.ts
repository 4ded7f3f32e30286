import type { RolloutView } from "../../../preload/contract.ts";
import type { IconName } from "../../components/icon.tsx";

type Look = { readonly tone: "ok" | "warn" | "err"; readonly icon: IconName };

export const decisionLooks: Readonly<Record<RolloutView["decision"], Look & { readonly words: string }>> = {
  go: { tone: "ok", icon: "ok", words: "Go. This profile can be rolled out." },
  "no-go": { tone: "err", icon: "error", words: "No go. Something speaks against it." },
  "not-yet": { tone: "warn", icon: "question", words: "Not yet. Something is not known." },
};

export const weightLooks: Readonly<
  Record<RolloutView["reasons"][number]["weight"], Look & { readonly word: string }>
> = {
  fine: { tone: "ok", icon: "check", word: "Fine" },
  open: { tone: "warn", icon: "question", word: "Open" },
  against: { tone: "err", icon: "error", word: "Against it" },
};

/** The decision and how much stands in its way: `go`, `not yet, 3 open`, `no go, 1 against, 2 open`. */
export function decisionLine({ decision, reasons }: RolloutView): string {
  const amount = (weight: "against" | "open") => reasons.filter((reason) => reason.weight === weight).length;
  const parts = [
    { go: "go", "no-go": "no go", "not-yet": "not yet" }[decision],
    ...(amount("against") > 0 ? [`${amount("against")} against`] : []),
    ...(amount("open") > 0 ? [`${amount("open")} open`] : []),
  ];
  return parts.join(", ");
}
