import { type ReactNode, useEffect } from "react";
import { Input, SearchField } from "react-aria-components";
import type { SignInsAnswer, SignInsView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Icon } from "../../components/icon.tsx";
import { Inspector } from "../../components/inspector.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { ToolBar } from "../../components/tool-bar.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { drawerWidth, useMedia } from "../../components/use-media.ts";
import { useConnection, useDocument, useSignIns } from "../../stores/context.ts";
import { commandKeys } from "../../text/command-keys.ts";
import { count, groupDigits } from "../../text/count.ts";
import { AddFiles } from "./add-files.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FirstAnswer } from "./first-answer.tsx";
import { LogFromGraph } from "./log-from-graph.tsx";
import { OverTime } from "./over-time.tsx";
import { Refused } from "./refused.tsx";
import { RowTable } from "./row-table.tsx";
import { SidePanel } from "./side-panel.tsx";
import { periodText } from "./sign-in-text.ts";
import "./sign-ins.css";

/** Real failures of sign-in logs, told from correct passwords. It needs no profile; an open one says which rows are Jamf Connect's. */
export default function SignInsScreen(): ReactNode {
  const view = useSignIns((state) => state.view);
  const answer = useSignIns((state) => state.answer);
  const load = useSignIns((state) => state.load);
  const profile = useDocument((state) => state.view);
  // The open profile names the applications; an edit may have changed them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the profile is another
  useEffect(() => {
    load();
  }, [load, profile]);
  const isShown = view !== null && view.files.length > 0 && answer !== null;
  return (
    <main className="screen" data-pane="main">
      <ToolBar title="Sign-ins" subtitle={<Whole text={subtitleOf(view, answer)} />}>
        {view !== null && <OpenButtons />}
        {isShown && <Actions />}
        {isShown && <Search />}
      </ToolBar>
      <Reading view={view} />
      <Refused view={view} />
      {isShown ? <Answer answer={answer} /> : <FirstAnswer reading={view?.reading ?? null} />}
      <KqlDialog />
    </main>
  );
}

/** A narrow tool bar cuts it. */
function Whole({ text }: { readonly text: string }): ReactNode {
  return <span title={text}>{text}</span>;
}

function subtitleOf(view: SignInsView | null, answer: SignInsAnswer | null): string {
  if (view === null || view.files.length === 0) return "Entra logs, in any form · read here, sent nowhere";
  const skipped = view.files.reduce((sum, file) => sum + file.skipped, 0);
  const unread = skipped === 0 ? "" : `, ${groupDigits(skipped)} could not be read`;
  const period = answer?.report.period ?? null;
  // A narrow tool bar has room for what tells logs apart.
  const files = view.files.length === 1 ? "" : `${count(view.files.length, "file")}, `;
  return `${files}${count(view.rows, "row")}${unread}${period === null ? "" : ` · ${periodText(period)}`}`;
}

/** Without a log, the page itself has the ways to one. */
function OpenButtons(): ReactNode {
  const clear = useSignIns((state) => state.clear);
  return (
    <span className="pill">
      <AddFiles />
      <LogFromGraph isMore />
      <Button onPress={clear} aria-label="Forget all logs">
        Clear
      </Button>
    </span>
  );
}

function Actions(): ReactNode {
  const showKql = useSignIns((state) => state.showKql);
  const saveRows = useSignIns((state) => state.saveRows);
  const saveReport = useSignIns((state) => state.saveReport);
  return (
    <span className="pill">
      <Button onPress={showKql}>KQL</Button>
      <Button onPress={saveRows} aria-label="Save the shown rows as CSV">
        <Icon name="download" /> CSV
      </Button>
      <Button onPress={saveReport} aria-label="Save a masked report">
        <Icon name="export" /> Report
      </Button>
    </span>
  );
}

/** How long somebody has to stop typing before the rows are asked for. */
const pause = 200;

function Search(): ReactNode {
  const search = useSignIns((state) => state.choice.search);
  const choose = useSignIns((state) => state.choose);
  const [text, setText] = useDraft(search);
  const isNarrow = useMedia(drawerWidth);
  const isSilent = useConnection((state) => state.isSilent);
  useEffect(() => {
    if (text === search) return undefined;
    const timer = setTimeout(() => choose({ search: text }), pause);
    return () => clearTimeout(timer);
  }, [text, search, choose]);
  return (
    <SearchField
      aria-label="Search rows"
      className="signs-search"
      value={text}
      onChange={setText}
      {...(isSilent ? { isReadOnly: true } : {})}
    >
      <span className="field-box search">
        <Icon name="search" size="small" />
        <Input type="search" placeholder={isNarrow ? "Search" : "User, code, ID"} />
        <kbd>{commandKeys("search")}</kbd>
      </span>
    </SearchField>
  );
}

/** What is being read, and what was written. */
function Reading({ view }: { readonly view: SignInsView | null }): ReactNode {
  const isReading = useSignIns((state) => state.isReading);
  const stop = useSignIns((state) => state.stop);
  const written = useSignIns((state) => state.written);
  const reading = view?.reading ?? null;
  if (!isReading && reading === null) {
    return written === null ? null : (
      <div className="reading-bar" role="status">
        <Icon name="check" /> {written.savedTo ?? written.fileName} was written.
      </div>
    );
  }
  return (
    <div className="reading-bar">
      <Spinner />
      <span className="grow cut" role="status">
        {reading === null ? "Taking the files" : `Reading ${reading.file}`}
        {reading !== null && reading.count > 1 && `, file ${reading.index} of ${reading.count}`}
        {reading !== null && reading.share > 0 && `: ${Math.floor(reading.share * 100)} %`}
      </span>
      <Button look={["small"]} onPress={stop}>
        Stop
      </Button>
    </div>
  );
}

function Answer({ answer }: { readonly answer: SignInsAnswer }): ReactNode {
  const { report } = answer;
  const profileHasNone = useSignIns((state) => state.profileHasNone);
  const [, rest = ""] = /^(?:[\d,]+ )?(.*)$/.exec(answer.headline) ?? [];
  return (
    <div className="screen-body signs-split">
      <div className="column grow">
        <div className="signs-headline" role="status">
          <span className={report.realFailures > 0 ? "signs-big tone-err" : "signs-big tone-ok"} aria-hidden>
            {groupDigits(report.realFailures)}
          </span>
          <div>
            <h2 aria-label={answer.headline}>
              <span aria-hidden>{report.realFailures > 0 ? rest : answer.headline}</span>
            </h2>
            <p className="note quiet">{answer.under}</p>
            {profileHasNone && (
              <p className="note quiet">No row is from this profile's apps, so all apps are shown.</p>
            )}
          </div>
        </div>
        <OverTime report={report} />
        <FilterBar answer={answer} />
        <RowTable />
      </div>
      <Inspector label="What the log says" opener="What the log says">
        <SidePanel answer={answer} />
      </Inspector>
    </div>
  );
}

function KqlDialog(): ReactNode {
  const kql = useSignIns((state) => state.kql);
  const close = useSignIns((state) => state.closeKql);
  return (
    <Dialog
      title="The same for Log Analytics and Sentinel"
      size="sheet"
      isOpen={kql !== null}
      onClose={close}
      actions={
        <>
          <CopyButton text={kql ?? ""} label="Copy the query">
            Copy the query
          </CopyButton>
          <Button onPress={close}>Close</Button>
        </>
      }
    >
      <p className="note quiet">
        For tenants whose logs outgrow one machine: the same classes over SigninLogs and
        AADNonInteractiveUserSignInLogs, from the catalogue of error codes.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre className="signs-kql" tabIndex={0}>
        {kql}
      </pre>
    </Dialog>
  );
}
