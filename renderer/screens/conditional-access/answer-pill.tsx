import type { ReactNode } from "react";
import type { AnswerTone, SignInLine } from "../../../preload/contract.ts";
import { Icon, type IconName } from "../../components/icon.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";

const toneIcons: Readonly<Record<AnswerTone, IconName>> = {
  good: "check",
  mfa: "check",
  warning: "warning",
  bad: "block",
  open: "question",
};

type AnswerPillProps = {
  readonly line: SignInLine;
  /** What stood here today, where something is tried; null where nothing is. */
  readonly before?: string | null;
};

/** What all policies together come to for one sign-in. */
export function AnswerPill({ line, before = null }: AnswerPillProps): ReactNode {
  const isChanged = before !== null && before !== line.word;
  return (
    <span
      className={`ca-cell ca-answer-${line.tone}${isChanged ? " ca-cell-changed" : ""}`}
      title={isChanged ? `${line.word}. Today: ${before}` : line.word}
    >
      <Icon name={toneIcons[line.tone]} size="small" />
      <MiddleCut value={line.word} />
    </span>
  );
}
