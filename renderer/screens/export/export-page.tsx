import type { ReactNode } from "react";
import type { Problem } from "../../../preload/contract.ts";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { RouteList } from "./route-list.tsx";

type ExportPageProps = {
  readonly toolBar: ReactNode;
  /** What the route is for, and once something was written the one thing to say about it. */
  readonly title: string;
  readonly detail: string;
  readonly problem: Problem | null;
  readonly onDismiss: () => void;
  readonly children: ReactNode;
};

/** The page of a route: the routes beside it, above it what holds now in one sentence, and what went wrong. */
export function ExportPage(props: ExportPageProps): ReactNode {
  const { toolBar, title, detail, problem, onDismiss, children } = props;
  return (
    <main className="screen">
      {toolBar}
      <div className="screen-body">
        <RouteList />
        <div className="column grow" data-pane="main">
          <div className="export-why" role="status">
            <h2>{title}</h2>
            <p>{detail}</p>
          </div>
          {problem !== null && (
            <div className="export-problem">
              <ProblemBanner problem={problem} onDismiss={onDismiss} />
            </div>
          )}
          <div className="export-body">{children}</div>
        </div>
      </div>
    </main>
  );
}
