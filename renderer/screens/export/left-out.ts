import type { ChangeView, ExportPreview } from "../../../preload/contract.ts";

/** The settings that are left out, where that is all in which the file is another; none where there are others as well. */
export function leftOutOf({ checks, changes }: ExportPreview): readonly ChangeView[] {
  const isLeftOut = checks.some(({ id }) => id === "left-out");
  return isLeftOut && changes?.every(({ after }) => after === null) === true ? changes : [];
}
