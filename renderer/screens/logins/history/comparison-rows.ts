import type { Comparison } from "../../../../preload/contract.ts";
import type { IconName } from "../../../components/icon.tsx";

/** One line of the comparison: what both runs say of one thing. */
export type ComparisonRow = {
  readonly subject: string;
  /** Null where that run did not test the sign-in. */
  readonly before: string | null;
  readonly after: string | null;
  readonly differs: boolean;
  /** It keeps nobody out, and a second factor is missing: to be looked at. */
  readonly tone?: "warn";
  /** What both say needs one cell, because it says of itself that it is the same. */
  readonly isOne?: true;
};

/** The lines about one sign-in, or about everything else. */
export type ComparisonGroup = {
  readonly title: string;
  readonly icon: IconName;
  readonly rows: readonly ComparisonRow[];
  /** Which run alone tested the sign-in, and what it came to; the rest stands in that run. */
  readonly only: { readonly run: "older" | "newer"; readonly answer: ComparisonRow } | null;
};

const groups = [
  { signIn: "oidc", title: "Login window", icon: "login-window" },
  { signIn: "ropg", title: "Password check", icon: "password-check" },
  { signIn: null, title: "Tenant and profile", icon: "profile" },
] as const;

/**
 * The lines of a comparison by sign-in: the answer first, then what differs, then what is the same. A sign-in that one run
 * tested alone has one line.
 *
 * @param showsAlike whether what is the same is shown
 */
export function comparisonGroups(
  { facts, alike }: Pick<Comparison, "facts" | "alike">,
  showsAlike: boolean,
): readonly ComparisonGroup[] {
  return groups.flatMap(({ signIn, title, icon }) => {
    const differing = facts
      .filter((fact) => fact.signIn === signIn)
      .map(({ topic, subject, before, after }) => ({
        topic,
        subject,
        before,
        after,
        differs: true,
        ...(signIn === "oidc" && topic === "answer" && /no MFA/.test(after ?? before ?? "")
          ? { tone: "warn" as const }
          : {}),
      }));
    const same = alike
      .filter((one) => one.signIn === signIn && showsAlike)
      .map(({ topic, subject, value }) => ({
        topic,
        subject,
        before: value,
        after: value,
        differs: false,
        ...(topic === "setting" ? { isOne: true as const } : {}),
      }));
    const all = [...differing, ...same];
    const isAnswer = ({ topic }: { readonly topic: string }) => topic === "answer";
    const rows = [...all.filter(isAnswer), ...all.filter((row) => !isAnswer(row))];
    const [answer] = rows;
    if (answer === undefined) return [];
    const run = onlyRun(rows);
    return [{ title, icon, rows: run === null ? rows : [], only: run === null ? null : { run, answer } }];
  });
}

function onlyRun(rows: readonly ComparisonRow[]): "older" | "newer" | null {
  if (rows.every(({ before }) => before === null)) return "newer";
  return rows.every(({ after }) => after === null) ? "older" : null;
}

/** How many lines stand folded. */
export function foldedCount({ alike }: Pick<Comparison, "alike">): number {
  return alike.length;
}
