import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components";
import { Icon } from "../../../components/icon.tsx";
import { Spinner } from "../../../components/spinner.tsx";
import { PracticeTag } from "../../../components/tag.tsx";
import { useHistory } from "../../../stores/context.ts";
import { formatClock } from "../../../text/time.ts";
import { askedTexts } from "./asked-text.ts";
import { type RunItem, shortChange } from "./run-list-items.ts";

type RunItemViewProps = { readonly item: RunItem; readonly isShown: boolean };

/** One run in the list: its mark, whom it was about and when, which sign-ins, what came of it; under it what was changed just before. */
export function RunItemView({ item, isShown }: RunItemViewProps): ReactNode {
  const { icons, short } = askedTexts[item.kind];
  return (
    <>
      <div data-run={item.id} className="run-line">
        {item.isRunning ? <Spinner /> : <Mark item={item} />}
        <div className="grow">
          <div className="run-item-head">
            <b className="cut" title={item.name.whole}>
              {item.name.title}
            </b>
            {isShown && <span className="visually-hidden">shown</span>}
            <span className="run-time">{formatClock(item.startedAt, item.withSeconds)}</span>
          </div>
          <p className="run-rest">
            {item.practice && <PracticeTag />}
            {icons.map((icon) => (
              <Icon key={icon} name={icon} size="small" />
            ))}
            <span className="cut" {...(item.name.changed === undefined ? {} : { title: item.name.changed })}>
              {short}
              {item.name.changed !== undefined && `, ${shortChange(item.name.changed)}`}
            </span>
            {item.about !== "" && <span className="cut faint">{item.about}</span>}
          </p>
          <p className={`run-outcome tone-${item.tone}`}>
            {item.text} <KeptMark item={item} />
          </p>
        </div>
      </div>
      <Changes item={item} />
    </>
  );
}

/** A line between this run and the one before it. The newest stand first, so that it is about the runs above it. */
function Changes({ item: { changes, changedAt } }: { readonly item: RunItem }): ReactNode {
  const [first, ...more] = changes;
  if (first === undefined) return null;
  return (
    <p className="run-change" title={changes.join(", ")}>
      <span className="visually-hidden">Changed before this run: </span>
      <span aria-hidden="true">↑ Since {changedAt === null ? "here" : formatClock(changedAt)}: </span>
      {first}
      {more.length > 0 && ` and ${more.length} more`}
    </p>
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
