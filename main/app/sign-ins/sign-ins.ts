import type { SignInsAnswer, SignInsProgress, SignInsView } from "../../../preload/contract.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type { RowFilter, RowQuery, RowSelection, RowsPage, SignInDetail } from "../../core/sign-ins/index.ts";
import type { PeopleAtRisk } from "../../core/sign-ins/risk.ts";
import type { SourceFile } from "../../files/source-file.ts";
import type { SignInLog } from "../../sign-in-logs/index.ts";
import { createLoadedView } from "./loaded-view.ts";

/** The sign-in logs of one window. What reads them is loaded with the first file; their rows lie in a private folder. */
export type SignIns = {
  readonly view: () => SignInsView | null;
  /** Reads files one after the other; problems are those of opening a log, else they stand in the view. */
  readonly add: (files: readonly SourceFile[]) => Promise<Result<SignInsView>>;
  /** Ends the reading; files that were read whole stay. */
  readonly stop: () => void;
  /** Who is at risk, for the reports that follow; why that, or what was detected of them, is not known stands beside the files that were refused. */
  readonly atRisk: (found: Result<PeopleAtRisk>) => void;
  readonly clear: () => Promise<void>;
  /** The window is gone: the same, and nobody is told. */
  readonly end: () => Promise<void>;
  readonly report: (filter: RowFilter, checkMinutes: number | null) => Promise<Result<SignInsAnswer>>;
  readonly rows: (query: RowQuery) => Promise<Result<RowsPage>>;
  readonly row: (row: number) => Promise<Result<SignInDetail | null>>;
  /** The rows as CSV in UTF-8. */
  readonly csv: (selection: RowSelection) => Promise<Result<Uint8Array>>;
};

type Open = { readonly log: SignInLog; readonly stop: AbortController };

/** People and hours beyond these are counted in the numbers and shown by nobody. */
const shownPeople = 500;

/**
 * @param tell told of every file that is begun or read, and when all are forgotten
 * @param openLog opens an empty log
 */
export function createSignIns(
  tell: (view: SignInsView | null) => void,
  openLog: () => Promise<Result<SignInLog>> = openReader,
): SignIns {
  let open: Promise<Result<Open>> | null = null;
  let stop = new AbortController();
  const loaded = createLoadedView(tell);
  const lost = new WeakSet<SignInLog>();
  let atRisk = nobodyAtRisk;

  const opened = async (): Promise<Result<Open>> => {
    open ??= openLog().then((log) =>
      log.ok ? succeed({ log: log.value, stop: new AbortController() }) : log,
    );
    const result = await open;
    // What failed once may work later: there may be room then.
    if (!result.ok) open = null;
    return result;
  };
  /** What read the log has ended by itself: nothing of it is there any more, and the next file opens a new one. */
  const lose = (log: SignInLog, problem: Problem) => {
    if (lost.has(log)) return;
    lost.add(log);
    open = null;
    loaded.lose(problem);
  };
  const withLog: WithLog = async (ask) => {
    const current = open === null ? null : await open;
    if (current === null || !current.ok) return fail(noLog);
    const answer = await ask(current.value.log);
    if (!answer.ok && answer.problem.code === readerEnded) lose(current.value.log, answer.problem);
    return answer;
  };
  const forget = async () => {
    const current = open === null ? null : await open;
    open = null;
    atRisk = nobodyAtRisk;
    loaded.forget(false);
    if (current?.ok !== true) return;
    current.value.stop.abort();
    await current.value.log.close();
  };
  const readInto = async ({ log, stop: closed }: Open, source: SourceFile, signal: AbortSignal) => {
    const go = (now: Partial<SignInsProgress>) => {
      if (!signal.aborted) loaded.goOn(now);
    };
    const read = await source.atPath((path) =>
      log.add(path, source.name, {
        signal: AbortSignal.any([signal, closed.signal]),
        progress: (share) => go({ share }),
        first: (first) => go({ first: first.slice(0, shownPeople) }),
      }),
    );
    if (closed.signal.aborted) return;
    if (read.ok) loaded.readWhole(read.value);
    else if (read.problem.code === readerEnded) lose(log, read.problem);
    else if (read.problem.code !== "stopped") loaded.refuse(read.problem);
  };

  return {
    view: loaded.current,
    add: async (sources) => {
      const log = await opened();
      if (!log.ok) return log;
      const { signal } = stop;
      const isOver = () => signal.aborted || log.value.stop.signal.aborted || lost.has(log.value.log);
      for (const [index, source] of sources.entries()) {
        if (isOver()) break;
        loaded.begin(source.name, index + 1, sources.length);
        await readInto(log.value, source, signal);
      }
      loaded.rest(!log.value.stop.signal.aborted);
      return succeed(loaded.current() ?? emptyView);
    },
    stop: () => {
      stop.abort();
      stop = new AbortController();
    },
    atRisk: (found) => {
      if (found.ok) atRisk = found.value;
      const problem = found.ok ? found.value.unread : found.problem;
      if (problem !== null) loaded.refuse(problem);
    },
    end: () => forget(),
    clear: async () => {
      await forget();
      loaded.forget(true);
    },
    ...questions(withLog, loaded.version, () => atRisk),
  };
}

type WithLog = <T>(ask: (log: SignInLog) => Promise<Result<T>>) => Promise<Result<T>>;

/** What is asked of the log that is open. */
function questions(
  withLog: WithLog,
  version: () => number,
  atRisk: () => PeopleAtRisk,
): Pick<SignIns, "report" | "rows" | "row" | "csv"> {
  return {
    report: (filter, checkMinutes) =>
      withLog(async (log) => {
        const asked = version();
        const found = await log.report(filter, checkMinutes, shownPeople);
        if (!found.ok) return found;
        const { withRisk } = await import("./with-risk.ts");
        const judged = await withRisk(log, filter, found.value.report, atRisk());
        if (!judged.ok) return judged;
        const { people } = found.value;
        const report = judged.value;
        const { headline, underHeadline } = await import("../../core/sign-ins/index.ts");
        return succeed({
          version: asked,
          headline: headline(report),
          under: underHeadline(report),
          report,
          people,
        });
      }),
    rows: (query) => withLog((log) => log.rows(query)),
    row: (row) => withLog((log) => log.row(row)),
    csv: (selection) =>
      withLog(async (log) => {
        const pieces: Uint8Array[] = [];
        const written = await log.csv(selection, (piece) => void pieces.push(Buffer.from(piece, "utf8")));
        return written.ok ? succeed(Buffer.concat(pieces)) : written;
      }),
  };
}

async function openReader(): Promise<Result<SignInLog>> {
  const { openSignInLog } = await import("../../sign-in-logs/index.ts");
  return openSignInLog();
}

const nobodyAtRisk: PeopleAtRisk = { people: [], detections: new Map(), unread: null };

const readerEnded = "log-reader-ended";

const emptyView: SignInsView = { files: [], refused: [], rows: 0, version: 0, reading: null };

const noLog: Problem = {
  code: "no-log",
  title: "No sign-in log is loaded.",
  detail: "What is asked about is not there any more.",
  fix: "Add a sign-in log.",
};
