import { type ReactNode, useState } from "react";
import { useApp, useDocument } from "../stores/context.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

type Applied = {
  /** Nothing was changed since. */
  readonly isApplied: boolean;
  /** To be called right after a change. */
  readonly setApplied: () => void;
};

/** Knows whether the profile is as it was right after a change: any later one ends the offer to take it back. */
export function useApplied(): Applied {
  const { document } = useApp().stores;
  const view = useDocument((state) => state.view);
  const [after, setAfter] = useState<typeof view>(null);
  return {
    isApplied: after !== null && after === view,
    setApplied: () => setAfter(document.getState().view),
  };
}

/** Says what was applied, with the way back. */
export function AppliedNote({ children }: { readonly children: ReactNode }): ReactNode {
  const undo = useDocument((state) => state.undo);
  return (
    <span className="fix-applied" role="status">
      <span className="tone-ok">
        <Icon name="check" size="small" /> {children}
      </span>
      <Button look={["small", "plain"]} onPress={undo}>
        Undo
      </Button>
    </span>
  );
}
