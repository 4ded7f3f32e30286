import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  EventPayload,
  Explanation,
  Latchkey,
  Problem,
  ProfileApp,
  SignInDetail,
  SignInRow,
  SignInsAnswer,
  SignInsFile,
  SignInsView,
} from "../../preload/contract.ts";
import type { Deliver } from "./files.ts";
import { giveLogs } from "./give-logs.ts";
import type { GivenFiles } from "./given-files.ts";
import { holdBack } from "./hold-back.ts";
import { createQuery } from "./query.ts";
import { createRowPages, type RowsOwner, rowAt } from "./row-pages.ts";
import type { ColumnId } from "./sign-in-columns.ts";
import { createOutputs } from "./sign-ins-outputs.ts";
import { changesNumbers, filterOf, firstChoice, type SignInsChoice, selectionOf } from "./sign-ins-query.ts";

/** The row that is looked at: its place in the table, and what is known of it. */
export type SelectedRow = {
  readonly index: number;
  readonly row: SignInRow;
  /** Null until it is known. */
  readonly detail: SignInDetail | null;
  readonly explanation: Explanation | null;
};

export type SignInsState = {
  /** The logs; null before anything was given. */
  readonly view: SignInsView | null;
  /** True from the moment files are given until all were read. */
  readonly isReading: boolean;
  readonly problem: Problem | null;
  readonly profileApps: readonly ProfileApp[];
  readonly choice: SignInsChoice;
  /** The choice that the rows which are here are of. */
  readonly answered: SignInsChoice;
  /** What the numbers say; of the choice before while the next are on their way. */
  readonly answer: SignInsAnswer | null;
  /** All rows have been shown, because none has an application of the open profile. */
  readonly profileHasNone: boolean;
  readonly total: number;
  /** Rows that are here, by page. */
  readonly pages: ReadonlyMap<number, readonly SignInRow[]>;
  /** The place that the keys are at; its row may still be on its way. */
  readonly cursor: number | null;
  readonly selected: SelectedRow | null;
  readonly unit: "hour" | "day";
  /** Null until somebody chooses some: the usual ones. */
  readonly columns: readonly ColumnId[] | null;
  readonly kql: string | null;
  /** How many of the refused files somebody has read about. */
  readonly knownRefused: number;
  /** What was written last, for a moment of pride. */
  readonly written: SignInsFile | null;
  readonly open: (given: GivenFiles) => Promise<void>;
  /** A log that the system handed over. */
  readonly openOffered: (offered: EventPayload<"signIns.offered">) => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly clear: () => Promise<void>;
  /** Asks for what is loaded, and for the applications of the open profile. */
  readonly load: () => Promise<void>;
  readonly choose: (change: Partial<SignInsChoice>) => void;
  readonly setUnit: (unit: "hour" | "day") => void;
  readonly setColumns: (columns: readonly ColumnId[] | null) => void;
  /** Asks for the rows of these places that are not here. */
  readonly need: (first: number, last: number) => void;
  readonly select: (index: number | null) => void;
  readonly saveRows: () => Promise<void>;
  readonly saveReport: () => Promise<void>;
  readonly showKql: () => Promise<void>;
  readonly closeKql: () => void;
  readonly dismiss: () => void;
  /** Files that were refused so far are known. */
  readonly dismissRefused: () => void;
  readonly receive: (view: SignInsView | null) => void;
  /** The app behind the page does not answer just now: what was answered last is shown meanwhile. */
  readonly hostSilent: (isSilent: boolean) => void;
  /** The app behind the page is gone: what was chosen is what the rows are of. */
  readonly hostGone: () => void;
};

export type SignInsStore = StoreApi<SignInsState>;

/** Sign-in logs as they are looked at. The rows lie in main; the page holds those that were on screen. */
export function createSignInsStore(host: Latchkey, deliver: Deliver): SignInsStore {
  return createStore<SignInsState>()((set, get) => {
    const rows = createRowPages(host, rowsOwner(set, get));
    const numbers = createQuery(
      () => host.call("signIns.report", filterOf(get().choice, get().profileApps)),
      (answer) => {
        if (!answer.ok) return set({ problem: answer.problem });
        const { choice, profileApps } = get();
        const isEmpty = answer.value.report.rows === 0 && answer.value.report.read > 0;
        if (isEmpty && choice.apps === "profile" && profileApps.length > 0 && isWide(choice)) {
          set({ choice: { ...choice, apps: "all" }, profileHasNone: true });
          refresh();
          return;
        }
        set({ answer: answer.value });
      },
    );
    const refresh = () => {
      void numbers.ask(undefined);
      rows.restart();
    };
    const reading = async (give: () => Promise<Problem | null>) => {
      set({ isReading: true, problem: null, written: null });
      const problem = await give();
      set({ isReading: false });
      if (problem !== null) set({ problem });
    };
    return {
      ...empty,
      view: null,
      isReading: false,
      problem: null,
      profileApps: [],
      unit: "day",
      columns: null,
      kql: null,
      written: null,
      open: (given) => reading(() => giveLogs(host, given)),
      openOffered: ({ fileName, file }) =>
        reading(async () => {
          const added = await host.call("signIns.add", { files: [{ file, path: fileName }] });
          return added.ok ? null : added.problem;
        }),
      stop: async () => void (await host.call("signIns.stop", {})),
      clear: async () => void (await host.call("signIns.clear", {})),
      load: async () => {
        const [view, apps] = await Promise.all([
          host.call("signIns.current", {}),
          host.call("signIns.apps", {}),
        ]);
        const profileApps = apps.ok ? apps.value : [];
        const isSame = JSON.stringify(profileApps) === JSON.stringify(get().profileApps);
        if (!isSame)
          set({ profileApps, profileHasNone: false, choice: { ...get().choice, apps: "profile" } });
        const wasRead = get().view?.files.length ?? 0;
        if (view.ok) set({ view: view.value });
        if (view.ok && view.value !== null && (!isSame || view.value.files.length !== wasRead)) refresh();
      },
      choose: (change) => {
        set({ choice: { ...get().choice, ...change }, selected: null, cursor: null, written: null });
        if (Object.hasOwn(change, "apps")) set({ profileHasNone: false });
        if (changesNumbers(change)) void numbers.ask(undefined);
        rows.restart();
      },
      setUnit: (unit) => set({ unit }),
      setColumns: (columns) => set({ columns }),
      need: rows.need,
      select: (index) => {
        const row = index === null ? undefined : rowAt(get().pages, index);
        if (index === null || row === undefined) return set({ selected: null, cursor: index });
        set({ cursor: index, selected: { index, row, detail: null, explanation: null } });
        void explain(host, row).then(({ detail, explanation }) => {
          if (get().selected?.row.row === row.row) set({ selected: { index, row, detail, explanation } });
        });
      },
      ...createOutputs(host, deliver, set, get),
      closeKql: () => set({ kql: null }),
      dismiss: () => set({ problem: null }),
      dismissRefused: () => set({ knownRefused: get().view?.refused.length ?? 0 }),
      receive: (view) => {
        const before = get().view?.files.length ?? 0;
        if (view === null) return set({ ...empty, view: null, written: null, problem: null });
        set({ view });
        if (view.files.length !== before) refresh();
      },
      hostSilent: holdBack({
        chosen: () => ({ choice: get().choice }),
        answered: () => ({ choice: get().answered }),
        show: () => set({ choice: get().answered }),
        choose: ({ choice }) => get().choose(choice),
      }),
      hostGone: () => set(({ answered }) => ({ choice: answered, isReading: false })),
    };
  });
}

const empty = {
  choice: firstChoice,
  answered: firstChoice,
  answer: null,
  profileHasNone: false,
  knownRefused: 0,
  total: 0,
  pages: new Map<number, readonly SignInRow[]>(),
  cursor: null,
  selected: null,
} as const;

/** No time and no person is asked about, so that an empty answer is about the applications. */
function isWide({ since, until, user }: SignInsChoice): boolean {
  return since === null && until === null && user === null;
}

type Set = (change: Partial<SignInsState>) => void;
type Get = () => SignInsState;

function rowsOwner(set: Set, get: Get): RowsOwner {
  return {
    query: () => {
      const { choice, profileApps } = get();
      const { sort, descending } = choice;
      return { ...selectionOf(choice, profileApps), sort, descending };
    },
    held: get,
    keep: (total, pages) => {
      // Another choice would have begun anew.
      set({ total, pages, answered: get().choice });
      const { cursor, selected, select } = get();
      if (cursor !== null && selected === null) select(cursor);
    },
    fail: (problem) => set({ problem }),
  };
}

/** What a row has beyond the table, and what its code means. */
async function explain(host: Latchkey, row: SignInRow): Promise<Pick<SelectedRow, "detail" | "explanation">> {
  const [detail, explained] = await Promise.all([
    host.call("signIns.row", { row: row.row }),
    row.code === 0 ? null : host.call("explain.text", { text: String(row.code) }),
  ]);
  const answer = explained?.ok === true && explained.value.kind === "explained" ? explained.value : null;
  return { detail: detail.ok ? detail.value : null, explanation: answer?.entries[0] ?? null };
}
