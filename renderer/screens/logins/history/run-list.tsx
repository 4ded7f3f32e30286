import type { KeyboardEvent, ReactNode } from "react";
import { Collection, GridList, GridListHeader, GridListItem, GridListSection } from "react-aria-components";
import { LeavingPart } from "../../../components/leaving-part.tsx";
import { RolloutLine } from "../../../features/rollout/rollout-line.tsx";
import { useHistory, useRuns } from "../../../stores/context.ts";
import { ComparisonBox } from "./comparison-box.tsx";
import { RunItemView } from "./run-item-view.tsx";
import { groupByDay, type RunItem, runItems } from "./run-list-items.ts";
import { RunListMenu } from "./run-list-menu.tsx";
import { UnreadableRuns } from "./unreadable-runs.tsx";

/** A popup hides what stands over the shown run, and says itself what differs between the marked ones. */
type RunListProps = { readonly isPopup?: boolean };

/** The runs of the open document by day, the newest first. Return shows one, Space marks it for comparing. */
export function RunList({ isPopup = false }: RunListProps): ReactNode {
  const listed = useHistory((state) => state.runs);
  const seen = useRuns((state) => state.runs);
  const runningId = useRuns((state) => state.runningId);
  const select = useHistory((state) => state.select);
  const mark = useHistory((state) => state.mark);
  const items = runItems(listed, seen, runningId);
  const days = groupByDay(items, new Date());
  const markFocused = (event: KeyboardEvent) => {
    const focused = document.activeElement;
    // In a field or on the box itself Space means something else.
    const isRow = event.key === " " && focused?.getAttribute("role") === "row";
    const id = isRow ? focused?.querySelector<HTMLElement>("[data-run]")?.dataset["run"] : undefined;
    if (id !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      mark(id);
    }
  };
  return (
    <aside className="list-column column run-list" aria-label="Runs" data-pane="list">
      <LeavingPart>
        <div className="run-list-head">
          <h2>Runs</h2>
          <RunListMenu />
        </div>
        {items.length === 0 ? (
          <p className="run-list-empty grow">Runs appear here. They stay in memory unless you keep them.</p>
        ) : (
          <div className="scroll" onKeyDownCapture={markFocused}>
            <GridList aria-label="Runs" className="run-items" onAction={(key) => select(String(key))}>
              {days.map((day) => (
                <GridListSection key={day.title} aria-label={day.title}>
                  <GridListHeader className="run-day">{day.title}</GridListHeader>
                  <Collection items={day.items}>{(item: RunItem) => <RunRow item={item} />}</Collection>
                </GridListSection>
              ))}
            </GridList>
          </div>
        )}
        <UnreadableRuns />
        <ComparisonBox listed={items.length} saysWhatDiffers={isPopup} />
        <RolloutLine />
      </LeavingPart>
    </aside>
  );
}

function RunRow({ item }: { readonly item: RunItem }): ReactNode {
  const isShown = useHistory((state) => state.selectedId === item.id);
  return (
    <GridListItem
      id={item.id}
      textValue={`${item.name.whole}: ${item.text}`}
      className={`run-item${isShown ? " run-item-shown" : ""}`}
    >
      <RunItemView item={item} isShown={isShown} />
    </GridListItem>
  );
}
