import type { Comparison } from "../../../../preload/contract.ts";
import type { IconName } from "../../../components/icon.tsx";

/** One line of the comparison: what both runs say of one thing. */
export type ComparisonRow = {
  readonly subject: string;
  /** Null where that run did not test the sign-in. */
  readonly before: string | null;
  readonly after: string | null;
  readonly differs: boolean;
};

/** The lines about one sign-in, or about everything else. */
export type ComparisonGroup = {
  readonly title: string;
  readonly icon: IconName;
  readonly rows: readonly ComparisonRow[];
};

const groups = [
  { signIn: "oidc", title: "Login window", icon: "login-window" },
  { signIn: "ropg", title: "Password check", icon: "password-check" },
  { signIn: null, title: "Tenant and profile", icon: "profile" },
] as const;

/**
 * The lines of a comparison by sign-in: the answer first, then what differs, then what is the same.
 *
 * @param showsAlike whether what is the same is shown; the answers always are
 */
export function comparisonGroups(
  { facts, alike }: Pick<Comparison, "facts" | "alike">,
  showsAlike: boolean,
): readonly ComparisonGroup[] {
  return groups.flatMap(({ signIn, title, icon }) => {
    const differing = facts
      .filter((fact) => fact.signIn === signIn)
      .map(({ topic, subject, before, after }) => ({ topic, subject, before, after, differs: true }));
    const same = alike
      .filter((one) => one.signIn === signIn && (showsAlike || one.topic === "answer"))
      .map(({ topic, subject, value }) => ({ topic, subject, before: value, after: value, differs: false }));
    const all = [...differing, ...same];
    const isAnswer = ({ topic }: { readonly topic: string }) => topic === "answer";
    const rows = [...all.filter(isAnswer), ...all.filter((row) => !isAnswer(row))];
    return rows.length === 0 ? [] : [{ title, icon, rows }];
  });
}

/** How many lines stand folded. */
export function foldedCount({ alike }: Pick<Comparison, "alike">): number {
  return alike.filter(({ topic }) => topic !== "answer").length;
}
