import { Fragment, type ReactNode } from "react";
import type { MacLog, MacLogAttempt, MacLogLine } from "../../../preload/contract.ts";
import { Segment } from "../../components/segment.tsx";
import { Tag } from "../../components/tag.tsx";
import { useExplain } from "../../stores/context.ts";
import { count } from "../../text/count.ts";
import { clockOfLog } from "../../text/log-time.ts";
import { logTokens } from "../../text/log-tokens.ts";

type LogLinesProps = { readonly log: MacLog; readonly attempt: MacLogAttempt; readonly number: number };

/** The raw lines of an attempt or of the whole log, with the one that decides marked; masked as they came. */
export function LogLines({ log, attempt, number }: LogLinesProps): ReactNode {
  const isWhole = useExplain((state) => state.isWholeLog);
  const showWhole = useExplain((state) => state.showWholeLog);
  const shown = isWhole ? log.attempts : [attempt];
  const all = log.attempts.reduce((sum, { lines }) => sum + lines.length, 0);
  return (
    <section aria-labelledby="lines-title">
      <div className="explain-head">
        <h2 id="lines-title">{isWhole ? "Lines of all attempts" : `Lines of attempt ${number}`}</h2>
        <span className="lines-note cut">
          {isWhole ? "" : `${attempt.firstLine} to ${attempt.lastLine}, `}names and secrets masked
        </span>
        <Segment
          label="Which lines"
          value={isWhole ? "all" : "attempt"}
          onChange={(id) => showWhole(id === "all")}
          options={[
            { id: "attempt", title: `Attempt ${number}` },
            { id: "all", title: `All attempts, ${all}` },
          ]}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="log-lines" tabIndex={0} aria-label="Lines of the log">
        {shown.map((one) => (
          <AttemptLines key={`${one.file} ${one.firstLine}`} attempt={one} namesFile={log.files.length > 1} />
        ))}
      </section>
    </section>
  );
}

type AttemptLinesProps = { readonly attempt: MacLogAttempt; readonly namesFile: boolean };

function AttemptLines({ attempt, namesFile }: AttemptLinesProps): ReactNode {
  return (
    <>
      {namesFile && <p className="log-file">{attempt.file}</p>}
      {attempt.lines.map((line, index) => (
        <Fragment key={line.line}>
          <Gap before={attempt.lines[index - 1]} line={line} />
          <Line line={line} />
        </Fragment>
      ))}
    </>
  );
}

/** A message may go over several lines, so only a wider gap is one. */
function Gap({
  before,
  line,
}: {
  readonly before: MacLogLine | undefined;
  readonly line: MacLogLine;
}): ReactNode {
  const missing = before === undefined ? 0 : line.line - before.line - 1;
  return missing < 20 ? null : <p className="log-gap">{count(missing, "line")} not shown</p>;
}

function Line({ line }: { readonly line: MacLogLine }): ReactNode {
  return (
    <div className={line.decides ? "log-line log-decides" : "log-line"}>
      <span className="log-number">{line.line}</span>
      <span className="log-at">
        <span className="log-date">{line.at.slice(0, 10)} </span>
        {clockOfLog(line.at)}
      </span>
      <code>
        {logTokens(line.text).map((token, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line never move
          <span key={index} className={`log-${token.kind}`}>
            {token.text}
          </span>
        ))}
      </code>
      {line.decides && <Tag tone="err">Decides</Tag>}
    </div>
  );
}
