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

/** The decision and how much stands in its way: `go`, `not yet, 3 open`, `no go, 1 against`. */
export function decisionLine({ decision, reasons }: RolloutView): string {
  const amount = (weight: "against" | "open") => reasons.filter((reason) => reason.weight === weight).length;
  switch (decision) {
    case "go":
      return "go";
    case "not-yet":
      return `not yet, ${amount("open")} open`;
    case "no-go":
      return `no go, ${amount("against")} against`;
  }
}
