import type { Comparison } from "../../../../preload/contract.ts";
import type { IconName } from "../../../components/icon.tsx";
import { count } from "../../../text/count.ts";

/** One line of the comparison: what both runs say of one thing. */
export type ComparisonRow = {
  readonly subject: string;
  /** Null where that run did not test the sign-in. */
  readonly before: string | null;
  readonly after: string | null;
  readonly differs: boolean;
  /** Of an answer: how each is to be taken. */
  readonly tones?: NonNullable<Comparison["facts"][number]["tones"]>;
  /** What both say needs one cell, because it says of itself that it is the same. */
  readonly isOne?: true;
};

export type Tone = NonNullable<NonNullable<ComparisonRow["tones"]>["before"]>;

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
 * @param showsAll whether what is the same is shown, and which steps ended another way: the answer has come of them
 */
export function comparisonGroups(
  { facts, alike }: Pick<Comparison, "facts" | "alike">,
  showsAll: boolean,
): readonly ComparisonGroup[] {
  return groups.flatMap(({ signIn, title, icon }) => {
    const differing = facts
      .filter((fact) => fact.signIn === signIn && (showsAll || !isStep(fact)))
      .map(({ signIn: _of, ...fact }) => ({ ...fact, differs: true }));
    const same = alike
      .filter((one) => one.signIn === signIn && showsAll)
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

function isStep({ topic }: { readonly topic: Comparison["facts"][number]["topic"] }): boolean {
  return topic === "step";
}

/** What stands folded: `3 steps differ, 8 lines are the same`; null where nothing does. */
export function foldedText({ facts, alike }: Pick<Comparison, "facts" | "alike">): string | null {
  const steps = facts.filter(isStep).length;
  const parts = [
    ...(steps === 0 ? [] : [`${count(steps, "step")} ${steps === 1 ? "differs" : "differ"}`]),
    ...(alike.length === 0
      ? []
      : [`${count(alike.length, "line")} ${alike.length === 1 ? "is" : "are"} the same`]),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}

/** Something differs beside steps, so that the folded comparison is not empty. */
export function differsInMoreThanSteps({ facts }: Pick<Comparison, "facts">): boolean {
  return facts.some((fact) => !isStep(fact));
}
