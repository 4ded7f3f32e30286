import type { SignInsAnswer, SignInsProgress, SignInsView } from "../../../preload/contract.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type {
  FileReading,
  RowFilter,
  RowQuery,
  RowSelection,
  RowsPage,
  SignInDetail,
} from "../../core/sign-ins/index.ts";
import type { SourceFile } from "../../files/source-file.ts";
import type { SignInLog } from "../../sign-in-logs/index.ts";

/** The sign-in logs of one window. What reads them is loaded with the first file; their rows lie in a private folder. */
export type SignIns = {
  readonly view: () => SignInsView | null;
  /** Reads files one after the other; problems are those of opening a log, else they stand in the view. */
  readonly add: (files: readonly SourceFile[]) => Promise<Result<SignInsView>>;
  /** Ends the reading; files that were read whole stay. */
  readonly stop: () => void;
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

/** @param tell told of every file that is begun or read, and when all are forgotten */
export function createSignIns(tell: (view: SignInsView | null) => void): SignIns {
  let open: Promise<Result<Open>> | null = null;
  let isKept = false;
  let files: readonly FileReading[] = [];
  let refused: readonly Problem[] = [];
  let version = 0;
  let reading: SignInsView["reading"] = null;
  let stop = new AbortController();

  const view = (): SignInsView | null =>
    isKept
      ? {
          files,
          refused,
          rows: files.reduce((sum, file) => sum + file.rows - file.duplicates, 0),
          version,
          reading,
        }
      : null;
  const change = () => {
    version += 1;
    tell(view());
  };
  const opened = async (): Promise<Result<Open>> => {
    open ??= openLog();
    const result = await open;
    // What failed once may work later: there may be room then.
    if (!result.ok) open = null;
    return result;
  };
  const withLog: WithLog = async (ask) => {
    const current = open === null ? null : await open;
    return current === null || !current.ok ? fail(noLog) : ask(current.value.log);
  };

  const forget = async () => {
    const current = open === null ? null : await open;
    open = null;
    isKept = false;
    files = [];
    refused = [];
    reading = null;
    if (current?.ok !== true) return;
    current.value.stop.abort();
    await current.value.log.close();
  };

  return {
    view,
    add: async (sources) => {
      const log = await opened();
      if (!log.ok) return log;
      const { signal } = stop;
      isKept = true;
      for (const [index, source] of sources.entries()) {
        if (signal.aborted || log.value.stop.signal.aborted) continue;
        const go = (now: Partial<SignInsProgress>) => {
          if (!signal.aborted && reading !== null) reading = { ...reading, ...now };
          tell(view());
        };
        reading = { file: source.name, index: index + 1, count: sources.length, share: 0, first: null };
        change();
        const read = await source.atPath((path) =>
          log.value.log.add(path, source.name, {
            signal: AbortSignal.any([signal, log.value.stop.signal]),
            progress: (share) => go({ share }),
            first: (first) => go({ first: first.slice(0, shownPeople) }),
          }),
        );
        if (log.value.stop.signal.aborted) continue;
        if (read.ok) files = [...files, read.value];
        else if (read.problem.code !== "stopped") refused = [...refused, read.problem];
      }
      reading = null;
      if (!log.value.stop.signal.aborted) change();
      return succeed(view() ?? emptyView);
    },
    stop: () => {
      stop.abort();
      stop = new AbortController();
    },
    end: () => forget(),
    clear: async () => {
      await forget();
      change();
    },
    ...questions(withLog, () => version),
  };
}

type WithLog = <T>(ask: (log: SignInLog) => Promise<Result<T>>) => Promise<Result<T>>;

/** What is asked of the log that is open. */
function questions(
  withLog: WithLog,
  version: () => number,
): Pick<SignIns, "report" | "rows" | "row" | "csv"> {
  return {
    report: (filter, checkMinutes) =>
      withLog(async (log) => {
        const asked = version();
        const report = await log.report(filter, checkMinutes);
        if (!report.ok) return report;
        const { headline, underHeadline } = await import("../../core/sign-ins/index.ts");
        const { byUser, ...rest } = report.value;
        return succeed({
          version: asked,
          headline: headline(report.value),
          under: underHeadline(report.value),
          report: { ...rest, byUser: byUser.slice(0, shownPeople) },
          people: byUser.length,
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

async function openLog(): Promise<Result<Open>> {
  const { openSignInLog } = await import("../../sign-in-logs/index.ts");
  const log = await openSignInLog();
  return log.ok ? succeed({ log: log.value, stop: new AbortController() }) : log;
}

const emptyView: SignInsView = { files: [], refused: [], rows: 0, version: 0, reading: null };

const noLog: Problem = {
  code: "no-log",
  title: "No sign-in log is loaded.",
  detail: "What is asked about is not there any more.",
  fix: "Add a sign-in log.",
};
