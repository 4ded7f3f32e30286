import { useHistory } from "../../../stores/context.ts";

/** The runs that a report is about: the marked ones, else the shown one. */
export function useReportedRuns(): readonly string[] {
  const listed = useHistory((state) => state.runs);
  const marked = useHistory((state) => state.marked);
  const selectedId = useHistory((state) => state.selectedId);
  if (marked.length > 0) return marked;
  return selectedId !== null && listed.some((run) => run.id === selectedId) ? [selectedId] : [];
}
