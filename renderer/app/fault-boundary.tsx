import { Component, type ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { useDocument, useSaving } from "../stores/context.ts";

type FaultBoundaryProps = {
  /** What is gone with the fault: one screen, with everything around it still there, or the page. */
  readonly around: "screen" | "page";
  readonly children: ReactNode;
};
type FaultBoundaryState = { readonly kind: string | null };

/** Stands in for a part of the page that met a fault of ours, so that the rest goes on, and nobody's changes with it. */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { kind: null };

  static getDerivedStateFromError(error: unknown): FaultBoundaryState {
    // Its text may hold a value of the profile.
    return { kind: error instanceof Error ? error.name : "unknown" };
  }

  override render(): ReactNode {
    const { kind } = this.state;
    if (kind === null) {
      return this.props.children;
    }
    return <Fault around={this.props.around} kind={kind} onRetry={() => this.setState({ kind: null })} />;
  }
}

type FaultProps = Pick<FaultBoundaryProps, "around"> & {
  readonly kind: string;
  readonly onRetry: () => void;
};

function Fault({ around, kind, onRetry }: FaultProps): ReactNode {
  return (
    <main className="screen scroll">
      <div className="lone-page" role="alert">
        <div className="verdict verdict-err">
          <Icon name="error" size="large" />
          <div>
            <h1>{around === "screen" ? "This screen has broken down." : "This page has broken down."}</h1>
            <p>It met a fault of Latchkey ({kind}), not of your profile.</p>
          </div>
        </div>
        <WhatIsKept />
        <p className="small faint">
          {around === "screen"
            ? "Show the screen again, or go to another one. If it breaks down again, load the page again."
            : "Closing the page or the window asks nothing now."}
        </p>
        <div className="row">
          <Button look={["primary"]} onPress={() => window.location.reload()}>
            Load the page again
          </Button>
          {around === "screen" && <Button onPress={onRetry}>Show the screen again</Button>}
        </div>
      </div>
    </main>
  );
}

/** What became of the changes: only what is known. */
function WhatIsKept(): ReactNode {
  const isUnsaved = useDocument((state) => state.view?.unsaved ?? false);
  const notKept = useSaving((state) => state.drafts.notKept);
  if (!isUnsaved) {
    return <p className="lone-fix">There are no unsaved changes.</p>;
  }
  if (notKept?.code === "draft-not-kept") {
    return (
      <p className="lone-fix">
        Your changes are open in Latchkey, and nowhere on disk: {notKept.detail} Load the page again and save
        them: closing it loses them.
      </p>
    );
  }
  return (
    <p className="lone-fix">
      Your changes are open in Latchkey, and their draft is on disk, without secrets. Loading the page again
      shows them.
    </p>
  );
}
