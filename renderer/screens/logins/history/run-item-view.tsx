import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components";
import { Icon } from "../../../components/icon.tsx";
import { Spinner } from "../../../components/spinner.tsx";
import { useHistory } from "../../../stores/context.ts";
import { count } from "../../../text/count.ts";
import { formatClock } from "../../../text/time.ts";
import { AskedWords } from "./asked-words.tsx";
import type { RunItem } from "./run-list-items.ts";

type RunItemViewProps = { readonly item: RunItem; readonly isShown: boolean };

/** One run in the list: its mark, what was asked and when, what came of it, whom it was about, and what was changed just before. */
export function RunItemView({ item, isShown }: RunItemViewProps): ReactNode {
  return (
    <div data-run={item.id} className="run-line">
      {item.isRunning ? <Spinner /> : <Mark item={item} />}
      <div className="grow">
        <div className="run-item-head">
          <AskedWords kind={item.kind} />
          {isShown && <span className="visually-hidden">shown</span>}
          <span className="run-time">{item.clock}</span>
        </div>
        <p className={`run-outcome tone-${item.tone}`}>
          {item.text} <KeptMark item={item} />
        </p>
        <p className="run-rest" title={item.name.whole}>
          {item.practice && (
            <span className="run-practice" title="Practice">
              <Icon name="practice" size="small" />
              <span className="visually-hidden">Practice</span>
            </span>
          )}
          <span className="cut">{item.about}</span>
        </p>
        {item.changedKeys.length > 0 && (
          <p className="run-change" title={item.changedKeys.join(", ")}>
            {item.changedAt === null ? "" : `${formatClock(item.changedAt)} `}
            Profile changed before, {count(item.changedKeys.length, "key")}
          </p>
        )}
      </div>
    </div>
  );
}

function KeptMark({ item }: { readonly item: RunItem }): ReactNode {
  if (!item.kept) {
    return null;
  }
  return item.masked ? (
    <span className="faint" title="Only the masked copy is left: people, ids and hosts are labels">
      kept, masked
    </span>
  ) : (
    <span
      className="faint"
      title="A masked copy is on this machine; here the run is whole until the app ends"
    >
      kept
    </span>
  );
}

function Mark({ item }: { readonly item: RunItem }): ReactNode {
  const isMarked = useHistory((state) => state.marked.includes(item.id));
  const mark = useHistory((state) => state.mark);
  return (
    <Checkbox
      className="checkbox"
      aria-label="Mark for comparing"
      isSelected={isMarked}
      {...(item.isListed ? {} : { isDisabled: true })}
      onChange={() => mark(item.id)}
    >
      <span className="checkbox-box">{isMarked && <Icon name="check" />}</span>
    </Checkbox>
  );
}
