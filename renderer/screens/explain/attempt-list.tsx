import type { ReactNode } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import type { MacLogAttempt } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { useExplain } from "../../stores/context.ts";
import { clockOfLog, daysOfLog } from "../../text/log-time.ts";
import { attemptIcon, attemptTone, linesOf } from "./mac-log-text.ts";

/** The attempts in the order of time, each with the line that decides it. Arrows move, the lines below follow. */
export function AttemptList({ attempts }: { readonly attempts: readonly MacLogAttempt[] }): ReactNode {
  const chosen = useExplain((state) => state.attempt);
  const choose = useExplain((state) => state.showAttempt);
  return (
    <section aria-labelledby="attempts-title">
      <div className="explain-head">
        <h2 id="attempts-title">Attempts</h2>
        <span>{daysOfLog(attempts.map(({ at }) => at))}, times of the Mac</span>
      </div>
      <ListBox
        className="attempts"
        aria-labelledby="attempts-title"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[`${chosen}`]}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : [...keys];
          choose(Number(key ?? 0));
        }}
      >
        {attempts.map((attempt, index) => (
          <Attempt key={`${attempt.file} ${attempt.firstLine}`} attempt={attempt} index={index} />
        ))}
      </ListBox>
    </section>
  );
}

type AttemptProps = { readonly attempt: MacLogAttempt; readonly index: number };

function Attempt({ attempt, index }: AttemptProps): ReactNode {
  const tone = attemptTone(attempt);
  const seconds = `${attempt.seconds} s`;
  return (
    <ListBoxItem
      id={`${index}`}
      className="attempt"
      textValue={`${clockOfLog(attempt.at)} ${attempt.title}, ${linesOf(attempt)}`}
    >
      <span className="attempt-time">{clockOfLog(attempt.at)}</span>
      <span className={`attempt-dot tone-${tone}`}>
        <Icon name={attemptIcon(attempt)} />
      </span>
      <span className="attempt-words">
        <b className={`cut ${tone === "err" ? "tone-err" : ""}`}>{attempt.title}</b>
        {attempt.deciding === null ? (
          <span className="cut quiet">It ends after {seconds}. Nothing in it says why.</span>
        ) : (
          <code className="cut" title={attempt.deciding}>
            {attempt.deciding}
          </code>
        )}
      </span>
      <span className="attempt-place">
        <span className="cut">
          {attempt.file.includes("/") ? `${attempt.file.split("/").at(-1)} ` : ""}
          {linesOf(attempt)}
        </span>
        <span>{seconds}</span>
      </span>
    </ListBoxItem>
  );
}
