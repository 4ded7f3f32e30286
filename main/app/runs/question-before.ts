import type { TestQuestion, TestTargetView } from "../../../preload/contract.ts";
import type { RunKind } from "../../core/history/index.ts";
import { lockoutWarning } from "../../core/ropg/lockout-warning.ts";

export type BeforeRun = {
  readonly kind: RunKind;
  readonly target: Omit<TestTargetView, "question" | "name">;
  /** The person has allowed the host, in this session or with this very press. */
  readonly isAllowed: boolean;
  /** Wrong passwords of the account in a row. */
  readonly wrongInARow: number;
  /** So many the person has been told of and goes on all the same; null when nobody was asked. */
  readonly acceptedWrong: number | null;
};

/** What a person has to be asked before a run of this kind starts; null when nothing has. */
export function questionBefore(before: BeforeRun): TestQuestion | null {
  const { kind, target, isAllowed, wrongInARow, acceptedWrong } = before;
  if (!target.known && !target.practice && !isAllowed) {
    return { about: "host", host: target.host, carries: kind === "oidc" ? "sign-in page" : "password" };
  }
  const warning = kind === "oidc" ? null : lockoutWarning(wrongInARow);
  return warning === null || acceptedWrong === wrongInARow
    ? null
    : { about: "lock-out", wrong: wrongInARow, warning };
}
