import type { ReactNode } from "react";

type FindingsPartProps = {
  /** Whether something can be done about one of them. */
  readonly hasFix: boolean;
  /** At the right end of the heads. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

/** Findings under the heads of their two columns; one head names both where each fix stands under its finding. */
export function FindingsPart({ hasFix, aside, className = "", children }: FindingsPartProps): ReactNode {
  return (
    <section className={`section ${className}`} aria-label={hasFix ? "Findings and fixes" : "Findings"}>
      <div className="test-findings-head">
        <h2>
          Findings
          {hasFix && <span className="test-findings-head-both"> and fixes</span>}
        </h2>
        {hasFix && <h2 className="test-findings-head-fix">Fix</h2>}
        {aside !== undefined && <div className="test-findings-head-aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
