import type { ReactNode } from "react";
import type { TrendView } from "../../../../preload/contract.ts";
import { trendCause, trendSentence, unchangedProfile } from "../../../text/trend-sentence.ts";

/** What was another in between, since when it is so, and what it was before; where no cause is known, that it is not the profile. */
export function TrendText({ trend }: { readonly trend: TrendView }): ReactNode {
  const cause = trendCause(trend);
  return (
    <>
      {cause !== null && <b>{cause}</b>} {trendSentence(trend, new Date())}{" "}
      {cause === null && <span className="quiet">{unchangedProfile(trend)}</span>}
    </>
  );
}
