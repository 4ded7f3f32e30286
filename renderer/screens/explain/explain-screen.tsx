import { type ReactNode, useEffect } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Icon } from "../../components/icon.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Segment } from "../../components/segment.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { ToolBar } from "../../components/tool-bar.tsx";
import { useExplain } from "../../stores/context.ts";
import { pickedFiles } from "../../stores/given-files.ts";
import { formatBytes } from "../../text/count.ts";
import { AskView } from "./ask-view.tsx";
import { LogView } from "./log-view.tsx";
import { logSubtitle, maskedText } from "./mac-log-text.ts";
import "./explain-screen.css";

/** Explains codes, texts and logs of the Mac. It needs no profile and sends nothing anywhere. */
export default function ExplainScreen(): ReactNode {
  const shown = useExplain((state) => state.shownLog);
  const view = useExplain((state) => state.view);
  const load = useExplain((state) => state.load);
  useEffect(() => {
    load();
  }, [load]);
  const isLog = shown !== null && view === "log";
  return (
    <main className="screen" data-pane="main">
      <ToolBar
        title="Explain"
        subtitle={isLog ? logSubtitle(shown) : "Codes, texts, logs of the Mac · read here, sent nowhere"}
      >
        {shown !== null && <Views />}
        <OpenButtons />
        {isLog && (
          <CopyButton text={maskedText(shown.log)} label="Copy masked">
            Copy masked
          </CopyButton>
        )}
      </ToolBar>
      <Reading />
      {isLog ? <LogView log={shown.log} /> : <AskView />}
    </main>
  );
}

function Views(): ReactNode {
  const view = useExplain((state) => state.view);
  const show = useExplain((state) => state.show);
  return (
    <Segment
      label="What is shown"
      value={view}
      onChange={show}
      options={[
        { id: "log", title: "Log" },
        { id: "ask", title: "Codes and situations" },
      ]}
    />
  );
}

function OpenButtons(): ReactNode {
  const open = useExplain((state) => state.open);
  const take = (list: FileList | null) => {
    if (list !== null && list.length > 0) {
      open(pickedFiles(list));
    }
  };
  return (
    <>
      <FileTrigger onSelect={take}>
        <Button look={["capsule"]}>
          <Icon name="document" /> Open a log…
        </Button>
      </FileTrigger>
      <FileTrigger acceptDirectory onSelect={take}>
        <Button look={["capsule"]}>
          <Icon name="folder" /> Open a folder…
        </Button>
      </FileTrigger>
    </>
  );
}

/** What is being read, and what could not be. */
function Reading(): ReactNode {
  const reading = useExplain((state) => state.reading);
  const problem = useExplain((state) => state.problem);
  const stop = useExplain((state) => state.stop);
  const dismiss = useExplain((state) => state.dismiss);
  const progress = reading?.progress ?? null;
  return (
    <>
      {reading !== null && (
        <div className="reading-bar" role="status">
          <Spinner />
          <span className="grow cut">
            Reading {reading.name}
            {progress !== null &&
              `: ${formatBytes(progress.bytes)}${progress.count > 1 ? `, file ${progress.index} of ${progress.count}` : ""}`}
          </span>
          <Button look={["small"]} onPress={stop}>
            Stop, and show what was read
          </Button>
        </div>
      )}
      {problem !== null && (
        <div className="explain-problem">
          <ProblemBanner problem={problem} onDismiss={dismiss} />
        </div>
      )}
    </>
  );
}
