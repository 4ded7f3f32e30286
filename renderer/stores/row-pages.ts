import type { Latchkey, Problem, RowQuery, SignInRow } from "../../preload/contract.ts";

/** Rows that are asked for at once. */
export const pageRows = 200;
/** Pages that are held; those that were asked for first go first. */
const mostPages = 30;

/** Rows that are here, by page. */
export type RowPages = ReadonlyMap<number, readonly SignInRow[]>;

/** Whose rows they are: what is asked, and where the answer goes. */
export type RowsOwner = {
  readonly query: () => Omit<RowQuery, "offset" | "limit">;
  readonly held: () => { readonly total: number; readonly pages: RowPages };
  readonly keep: (total: number, pages: RowPages) => void;
  readonly fail: (problem: Problem) => void;
};

/** The rows of a choice, page by page; another choice makes those that are on their way worthless. */
export function createRowPages(
  host: Latchkey,
  owner: RowsOwner,
): { readonly restart: () => void; readonly need: (first: number, last: number) => void } {
  let round = 0;
  let asked = new Set<number>();
  let isFirst = true;
  const ask = async (page: number) => {
    const mine = round;
    asked.add(page);
    const found = await host.call("signIns.rows", {
      ...owner.query(),
      offset: page * pageRows,
      limit: pageRows,
    });
    if (mine !== round) return;
    if (!found.ok) return owner.fail(found.problem);
    // Rows of the choice before stay on screen until the first of the next one are there.
    const pages = new Map(isFirst ? [] : owner.held().pages).set(page, found.value.rows);
    isFirst = false;
    for (const far of [...pages.keys()].slice(0, Math.max(0, pages.size - mostPages))) {
      pages.delete(far);
      asked.delete(far);
    }
    owner.keep(found.value.total, pages);
  };
  return {
    restart: () => {
      round += 1;
      asked = new Set();
      isFirst = true;
      void ask(0);
    },
    need: (first, last) => {
      for (let page = Math.floor(first / pageRows); page <= Math.floor(last / pageRows); page += 1) {
        if (!asked.has(page) && page * pageRows < owner.held().total) void ask(page);
      }
    },
  };
}

/** The row at a place of the table; undefined where it is not here. */
export function rowAt(pages: RowPages, index: number): SignInRow | undefined {
  return pages.get(Math.floor(index / pageRows))?.[index % pageRows];
}
