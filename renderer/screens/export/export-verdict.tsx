import { type ReactNode, useState } from "react";
import type { Finding } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { FindingNote } from "../../components/finding-note.tsx";
import { Icon } from "../../components/icon.tsx";
import { decisionLooks } from "../../features/rollout/rollout-text.ts";
import { useJudgedRollout } from "../../features/rollout/use-judged-rollout.ts";
import { useRollout } from "../../stores/context.ts";
import { findingName } from "../../text/finding-name.ts";
import { openFindings, worstFirst } from "../../text/open-findings.ts";
import { Building } from "./building.tsx";
import { exportVerdict, othersText } from "./verdict-text.ts";

type ExportVerdictProps = {
  readonly findings: readonly Finding[] | null;
  /** The only domain that is written; null where all are. */
  readonly domain: string | null;
  /** It is to be signed, and nothing was chosen to sign it with. */
  readonly lacksCertificate?: boolean;
};

/** The one verdict of the page, above all its panes: whether this can be rolled out, and every error with its fix. */
export function ExportVerdict({ findings, domain, lacksCertificate = false }: ExportVerdictProps): ReactNode {
  const rollout = useJudgedRollout();
  const isOutdated = useRollout((state) => state.isOutdated);
  const [isAll, setAll] = useState(false);
  const open = openFindings(findings);
  const errors = worstFirst(open).worst.filter(({ severity }) => severity === "error");
  const others = open.filter((finding) => !errors.includes(finding));
  const shown = isAll ? open : errors;
  const verdict = exportVerdict(open, domain, isOutdated ? null : rollout, lacksCertificate);
  const look = verdict === null ? null : decisionLooks[verdict.decision];
  return (
    <section className="export-verdict" aria-label="Verdict" data-decision={verdict?.decision}>
      <div className="export-verdict-head">
        {verdict === null || look === null ? (
          <Building />
        ) : (
          <div role="status">
            <h2 className={`tone-${look.tone}`}>
              <Icon name={look.icon} /> {verdict.sentence}
            </h2>
          </div>
        )}
        {others.length > 0 && (
          <Button look={["plain", "small"]} aria-expanded={isAll} onPress={() => setAll(!isAll)}>
            <Icon name={isAll ? "up" : "down"} size="small" />
            {isAll ? "Show fewer" : `Show ${othersText(others, domain)}`}
          </Button>
        )}
      </div>
      {shown.length > 0 && (
        <div className="export-findings-list">
          {shown.map((finding, index) => (
            <FindingNote
              key={findingName(finding)}
              finding={finding}
              isMainWay={index === 0 && finding.severity === "error"}
            />
          ))}
        </div>
      )}
    </section>
  );
}
