import { type ReactNode, useState } from "react";
import type { Finding } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { FindingNote } from "../../components/finding-note.tsx";
import { Icon } from "../../components/icon.tsx";
import { findingName } from "../../text/finding-name.ts";
import { countFindings, openFindings, openFindingsLine, worstFirst } from "../../text/open-findings.ts";

type ExportFindingsProps = { readonly findings: readonly Finding[] | null };

/** Errors and warnings that the written file would still have, each with its fix; nothing where there are none. */
export function ExportFindings({ findings }: ExportFindingsProps): ReactNode {
  const [isAll, setAll] = useState(false);
  const open = openFindings(findings);
  if (open.length === 0) {
    return null;
  }
  const { worst, others } = worstFirst(open);
  return (
    <section className="export-findings" aria-labelledby="export-findings">
      <h2 className="export-head" id="export-findings">
        {openFindingsLine(open)}
      </h2>
      <div className="export-findings-list">
        {(isAll ? open : worst).map((finding, index) => (
          <FindingNote
            key={findingName(finding)}
            finding={finding}
            isMainWay={index === 0 && finding.severity === "error"}
          />
        ))}
      </div>
      {others.length > 0 && (
        <Button
          look={["plain", "small"]}
          className="export-findings-more"
          aria-expanded={isAll}
          onPress={() => setAll(!isAll)}
        >
          <Icon name={isAll ? "up" : "down"} size="small" />
          {isAll ? "Show fewer" : `Show ${countFindings(others)}`}
        </Button>
      )}
    </section>
  );
}
