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
};

/** How an answer is to be taken. */
export type Tone = NonNullable<NonNullable<ComparisonRow["tones"]>["before"]>;

/** The lines about one sign-in, or about everything else. */
export type ComparisonGroup = {
  readonly title: string;
  readonly icon: IconName;
  readonly rows: readonly ComparisonRow[];
  /** The steps that ended another way. */
  readonly steps: readonly ComparisonRow[];
};

const groups = [
  { signIn: "oidc", title: "Login window", icon: "login-window" },
  { signIn: "ropg", title: "Password check", icon: "password-check" },
  { signIn: null, title: "Tenant and profile", icon: "profile" },
] as const;

/**
 * The lines of a comparison by sign-in: the answer first, then what differs, then what is the same, and the steps by themselves. A
 * sign-in that one run tested alone has one line.
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
      }));
    const all = [...differing, ...same];
    const isAnswer = ({ topic }: { readonly topic: string }) => topic === "answer";
    const rows = [...all.filter(isAnswer), ...all.filter((row) => !isAnswer(row) && !isStep(row))];
    const steps = all.filter(isStep);
    const [answer] = rows;
    if (answer === undefined) return steps.length === 0 ? [] : [{ title, icon, rows, steps }];
    return [isOfOneRun(rows) ? { title, icon, rows: [answer], steps: [] } : { title, icon, rows, steps }];
  });
}

/** One run alone tested the sign-in; what else it says stands in that run. */
function isOfOneRun(rows: readonly ComparisonRow[]): boolean {
  return rows.every(({ before }) => before === null) || rows.every(({ after }) => after === null);
}

function isStep({ topic }: { readonly topic: Comparison["facts"][number]["topic"] }): boolean {
  return topic === "step";
}

/** What stands folded: `3 steps that differ, 8 lines that are the same`; null where nothing does. */
export function foldedText({ facts, alike }: Pick<Comparison, "facts" | "alike">): string | null {
  const steps = facts.filter(isStep).length;
  const parts = [
    ...(steps === 0 ? [] : [`${count(steps, "step")} that ${steps === 1 ? "differs" : "differ"}`]),
    ...(alike.length === 0
      ? []
      : [`${count(alike.length, "line")} that ${alike.length === 1 ? "is" : "are"} the same`]),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}

/** Something differs beside steps, so that the folded comparison is not empty. */
export function differsInMoreThanSteps({ facts }: Pick<Comparison, "facts">): boolean {
  return facts.some((fact) => !isStep(fact));
}

/** Of a profile that is the same in both runs its name, as every other line says what is the same. */
export function withProfileName<Of extends Pick<Comparison, "alike">>(comparison: Of, name: string): Of {
  const alike = comparison.alike.map((one) =>
    one.topic === "setting" && one.subject === "Profile" ? { ...one, value: name } : one,
  );
  return { ...comparison, alike };
}
