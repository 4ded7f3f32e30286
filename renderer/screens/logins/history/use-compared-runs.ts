import type { Comparison, RunView } from "../../../../preload/contract.ts";
import { useHistory } from "../../../stores/context.ts";
import { shortMoment } from "../../../text/day.ts";

/** One of two compared runs: when it started, and what main says of it, as long as it is known. */
export type ComparedRun = {
  readonly moment: string;
  readonly run: RunView | null;
};

export type ComparedRuns = {
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  /** Whom and where both were about; null where that differs. */
  readonly about: string | null;
};

/** How the two compared runs are told apart. */
export function useComparedRuns({ before, after }: Comparison): ComparedRuns {
  const runs = useHistory((state) => state.runs);
  return comparedRuns(
    runs.find(({ id }) => id === before),
    runs.find(({ id }) => id === after),
    new Date(),
  );
}

/** What two runs are about, and their moments; within one minute the seconds tell them apart. */
export function comparedRuns(
  before: RunView | undefined,
  after: RunView | undefined,
  now: Date,
): ComparedRuns {
  const moments = [before, after].map((run) => shortMoment(run?.startedAt ?? "", now));
  const withSeconds = moments[0] === moments[1];
  const compared = (run: RunView | undefined): ComparedRun => ({
    moment: shortMoment(run?.startedAt ?? "", now, withSeconds),
    run: run ?? null,
  });
  const [one, other] = [compared(before), compared(after)];
  const [about, otherAbout] = [before?.name.about ?? null, after?.name.about ?? null];
  return { before: one, after: other, about: about === otherAbout ? about : null };
}
