import type { Comparison } from "../../../../preload/contract.ts";
import { useHistory } from "../../../stores/context.ts";
import { shortMoment } from "../../../text/day.ts";

/** When the two compared runs started, in short words. */
export function useComparedMoments({ before, after }: Comparison): {
  readonly before: string;
  readonly after: string;
} {
  const runs = useHistory((state) => state.runs);
  const now = new Date();
  const moment = (id: string) => shortMoment(runs.find((run) => run.id === id)?.startedAt ?? "", now);
  return { before: moment(before), after: moment(after) };
}
