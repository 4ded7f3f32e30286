import { useEffect, useState } from "react";
import type { CallInput, CallOutput, Problem } from "../../../../preload/contract.ts";
import { useApp } from "../../../stores/context.ts";
import { isHostGone } from "../../../stores/not-stored.ts";

/** What would be written now. The last one stays until the next has come, so that nothing jumps. */
export type PreviewState = {
  readonly preview: CallOutput<"report.preview"> | null;
  /** It was not answered yet. */
  readonly isMaking: boolean;
  /** Null also where the app is gone, because the page says so. */
  readonly problem: Problem | null;
};

/** Asks for the preview of a report whenever what is wanted changes. */
export function useReportPreview(wanted: CallInput<"report.preview">): PreviewState {
  const { host } = useApp();
  const [state, setState] = useState<PreviewState>({ preview: null, isMaking: true, problem: null });
  // By value: the form makes the same request anew at every press.
  const key = JSON.stringify(wanted);
  useEffect(() => {
    let isCurrent = true;
    host.call("report.preview", JSON.parse(key)).then((answer) => {
      if (!isCurrent) return;
      setState((last) =>
        answer.ok
          ? { preview: answer.value, isMaking: false, problem: null }
          : {
              preview: last.preview,
              isMaking: false,
              problem: isHostGone(answer.problem) ? null : answer.problem,
            },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [host, key]);
  return state;
}
