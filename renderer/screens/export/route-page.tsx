import type { ReactNode } from "react";
import type { Problem } from "../../../preload/contract.ts";
import { ProblemBanner } from "../../components/problem-banner.tsx";

type RoutePageProps = {
  /** What the route is for, and once something was written the one thing to say about it. */
  readonly title: string;
  readonly detail: string;
  /** What holds of the profile on every route. */
  readonly verdict: ReactNode;
  readonly problem: Problem | null;
  readonly onDismiss: () => void;
  readonly children: ReactNode;
};

/** The page of a route beside the list of all: above it what it is for, the verdict, and what went wrong. */
export function RoutePage({
  title,
  detail,
  verdict,
  problem,
  onDismiss,
  children,
}: RoutePageProps): ReactNode {
  return (
    <div className="column grow" data-pane="main">
      <div className="export-why" role="status">
        <h2>{title}</h2>
        <p>{detail}</p>
      </div>
      {verdict}
      {problem !== null && (
        <div className="export-problem">
          <ProblemBanner problem={problem} onDismiss={onDismiss} />
        </div>
      )}
      <div className="export-body">{children}</div>
    </div>
  );
}
