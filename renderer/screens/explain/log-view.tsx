import type { ReactNode } from "react";
import type { MacLog } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { Inspector } from "../../components/inspector.tsx";
import { AskBox } from "../../features/explain/ask-box.tsx";
import { useExplain } from "../../stores/context.ts";
import { AttemptList } from "./attempt-list.tsx";
import { LogInspector } from "./log-inspector.tsx";
import { LogLines } from "./log-lines.tsx";
import { attemptIcon, attemptTone } from "./mac-log-text.ts";

/** A log of the Mac: the answer, the attempts, their lines, and what one of them means. */
export function LogView({ log }: { readonly log: MacLog }): ReactNode {
  const index = useExplain((state) => state.attempt);
  const attempt = log.attempts[index] ?? null;
  const last = log.attempts.at(-1) ?? null;
  const tone = last === null ? "mute" : attemptTone(last);
  return (
    <>
      <div
        className={tone === "mute" ? "verdict explain-verdict" : `verdict explain-verdict verdict-${tone}`}
        role="status"
      >
        <Icon name={last === null ? "question" : attemptIcon(last)} size="large" />
        <div>
          <h2>{log.title}</h2>
          <p>{log.detail}</p>
        </div>
      </div>
      <div className="screen-body explain-split">
        <div className="scroll">
          {log.attempts.length > 0 && <AttemptList attempts={log.attempts} />}
          {attempt !== null && <LogLines log={log} attempt={attempt} number={index + 1} />}
          {log.attempts.length === 0 && <Nobody log={log} />}
          <section className="explain-words" aria-labelledby="explain-words-title">
            <h2 id="explain-words-title">Only words, no code?</h2>
            <AskBox takesFocus={false} />
          </section>
        </div>
        <Inspector label="What it means" opener="What it means">
          <LogInspector log={log} attempt={attempt} />
        </Inspector>
      </div>
    </>
  );
}

function Nobody({ log }: { readonly log: MacLog }): ReactNode {
  return (
    <ul className="explain-nobody note quiet">
      {log.notes.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
