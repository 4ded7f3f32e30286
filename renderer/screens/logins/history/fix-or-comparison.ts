import type { Gap } from "../../../components/controls.ts";
import { fixOfFinding } from "../../../components/use-rescued-focus.ts";

/** The first control of the finding around the gap; where two runs were just marked in the verdict, the way to compare them. */
export function fixOrComparison(gap: Gap, part: Element): HTMLElement | null {
  const isVerdict = gap.around.closest(".run-verdict") !== null;
  return fixOfFinding(gap) ?? (isVerdict ? part.querySelector<HTMLElement>(".compared-strip button") : null);
}
