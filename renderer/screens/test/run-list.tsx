import type { ReactNode } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { useRuns } from "../../app/context.ts";
import { Icon } from "../../components/icon.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { PracticeTag } from "../../components/tag.tsx";
import type { Run } from "../../stores/run.ts";
import { formatClock } from "../../text/time.ts";
import { runLine } from "./run-word.ts";

const kindTitles = { oidc: "Test OIDC", ropg: "Test ROPG" } as const;

/** The runs of this session, newest first. */
export function RunList(): ReactNode {
  const runs = useRuns((state) => state.runs);
  const selectedId = useRuns((state) => state.selectedId);
  const select = useRuns((state) => state.select);
  return (
    <aside className="list-column column run-list" aria-label="Runs" data-pane="list">
      <h2>This session</h2>
      {runs.length === 0 ? (
        <p className="run-list-empty">Runs appear here. They stay in memory and end with the app.</p>
      ) : (
        <ListBox
          aria-label="Runs of this session"
          className="scroll run-items"
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={selectedId === null ? [] : [selectedId]}
          onSelectionChange={(keys) => {
            const [id] = keys === "all" ? [] : [...keys];
            if (id !== undefined) {
              select(String(id));
            }
          }}
          items={runs}
        >
          {(run) => (
            <ListBoxItem id={run.id} textValue={kindTitles[run.kind]} className="run-item">
              <RunItem run={run} />
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </aside>
  );
}

function RunItem({ run }: { readonly run: Run }): ReactNode {
  const line = run.result === null ? null : runLine(run.result);
  return (
    <>
      {run.result === null ? (
        <Spinner />
      ) : (
        <Icon name={run.kind === "oidc" ? "login-window" : "password-check"} size="small" />
      )}
      <div className="grow">
        <div className="run-item-head">
          <b>{kindTitles[run.kind]}</b>
          {run.practice && <PracticeTag />}
          <span>{formatClock(run.startedAt)}</span>
        </div>
        <p className={`cut tone-${line?.tone ?? "mute"}`}>{line?.word ?? "Running"}</p>
      </div>
    </>
  );
}
