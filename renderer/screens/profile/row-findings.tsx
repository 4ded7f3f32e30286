import type { ReactNode } from "react";
import type { Finding } from "../../../preload/contract.ts";
import { FindingNote } from "../../components/finding-note.tsx";

/**
 * The findings of one row of the form. The first is told in full, unless it is a mere note; of the others the sentence and the way
 * out stand here, so that the row stays one thing to look at. The list below the form has every word of all of them.
 */
export function RowFindings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  return findings.map((finding, index) => (
    <FindingNote
      key={`${finding.rule} ${finding.where.domain} ${finding.where.keyPath} ${finding.title}`}
      finding={finding}
      isShort={index > 0 || finding.severity === "info"}
    />
  ));
}
