import type { ReactNode } from "react";
import type { SignInsProgress } from "../../../preload/contract.ts";
import { useSignIns } from "../../stores/context.ts";
import { filterOf } from "../../stores/sign-ins-query.ts";
import { count, groupDigits } from "../../text/count.ts";
import { EmptyLog } from "./empty-log.tsx";
import { firstAnswerOf } from "./first-sums.ts";

/** Before the first log is read whole: the one number of a first look at it, where there is one. */
export function FirstAnswer({ reading }: { readonly reading: SignInsProgress | null }): ReactNode {
  const choice = useSignIns((state) => state.choice);
  const profileApps = useSignIns((state) => state.profileApps);
  const first = reading?.first ?? null;
  if (first === null) return <EmptyLog />;
  const { rows, realFailures, correct } = firstAnswerOf(first, filterOf(choice, profileApps).appIds);
  return (
    <div className="screen-body">
      <div className="signs-headline" role="status">
        <span className={realFailures > 0 ? "signs-big tone-err" : "signs-big tone-ok"}>
          {groupDigits(realFailures)}
        </span>
        <div>
          <h2>{realFailures === 1 ? "real failure" : "real failures"}, at a first look</h2>
          <p className="note quiet">
            {count(rows, "row")} of {reading?.file}, {groupDigits(correct)} of them correct passwords that met
            MFA. Who, when and why follow when it is read.
          </p>
        </div>
      </div>
    </div>
  );
}
