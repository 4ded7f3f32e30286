import { type ReactNode, useState } from "react";
import type { RunView } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { useCalmMedia } from "../../../components/use-calm-media.ts";
import { popupWidth } from "../../../components/use-media.ts";
import { RolloutLine } from "../../../features/rollout/rollout-line.tsx";
import { useHistory } from "../../../stores/context.ts";
import type { Run } from "../../../stores/run.ts";

/** Keep a run for later sessions, or forget it. Only what main has listed can be kept. */
export function RunActions({ run }: { readonly run: Run }): ReactNode {
  const listed = useHistory((state) => state.runs.find((candidate) => candidate.id === run.id) ?? null);
  const keep = useHistory((state) => state.keep);
  const forget = useHistory((state) => state.forget);
  // There the list of runs, at the foot of which it stands elsewhere, is behind a button.
  const isNarrow = useCalmMedia(popupWidth);
  const [isBusy, setBusy] = useState(false);
  if (listed === null) {
    return null;
  }
  const act = async (work: Promise<void>) => {
    setBusy(true);
    await work;
    setBusy(false);
  };
  return (
    <footer className="run-actions">
      <span className="run-about grow">
        <b className="run-name cut" title={listed.name.whole}>
          {listed.name.whole}.
        </b>
        <span>{keptText(listed, isNarrow)}</span>
      </span>
      {isNarrow && <RolloutLine />}
      {!listed.kept && (
        <Button look={["small"]} isDisabled={isBusy} onPress={() => act(keep(run.id))}>
          Keep a masked copy
        </Button>
      )}
      <Button look={["small"]} isDisabled={isBusy} onPress={() => act(forget(run.id))}>
        Forget
      </Button>
    </footer>
  );
}

/** @param isNarrow there the foot holds more, and one line has room for the short words only */
function keptText({ kept, masked }: RunView, isNarrow: boolean): string {
  if (masked) {
    return "Only the masked copy is left: people, ids and hosts are labels.";
  }
  return kept
    ? "A masked copy is kept on this machine: no password, no token, people and ids as labels."
    : isNarrow
      ? "In memory only."
      : "In memory until Latchkey quits.";
}
