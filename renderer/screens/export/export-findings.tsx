import type { ReactNode } from "react";
import type { Finding } from "../../../preload/contract.ts";
import { FindingNote } from "../../components/finding-note.tsx";
import { findingName } from "../../text/finding-name.ts";
import { openFindings, openFindingsLine } from "../../text/open-findings.ts";

type ExportFindingsProps = { readonly findings: readonly Finding[] | null };

/** Errors and warnings that the written file would still have, each with its fix; nothing where there are none. */
export function ExportFindings({ findings }: ExportFindingsProps): ReactNode {
  const open = openFindings(findings);
  if (open.length === 0) {
    return null;
  }
  return (
    <section className="export-findings" aria-labelledby="export-findings">
      <h2 className="export-head" id="export-findings">
        {openFindingsLine(open)}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="export-findings-list" tabIndex={0} aria-label="What the file would still have">
        {open.map((finding) => (
          <FindingNote key={findingName(finding)} finding={finding} />
        ))}
      </section>
    </section>
  );
}
