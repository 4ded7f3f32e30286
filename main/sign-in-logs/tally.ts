import type { Loading } from "./loading.ts";

/** What one look at the rows of a file counts. */
export type Tally = {
  /** Rows that count. */
  readonly rows: number;
  /** Records that are no sign-ins. */
  readonly unread: number;
  /** Rows that count and have no time. */
  readonly undated: number;
  /** Rows that count and whose date is in no usual form. */
  readonly oddlyDated: number;
  /** The codes of the rows that count, each once. */
  readonly codes: readonly number[];
};

/** That of a file which holds no rows of its own. */
export const noRows: Tally = { rows: 0, unread: 0, undated: 0, oddlyDated: 0, codes: [] };

/** Counts what was laid down of a file. All that is asked of it is asked at once: each question takes as long as to read a hundred rows or more. */
export async function tallyOf({ database, file }: Pick<Loading, "database" | "file">): Promise<Tally> {
  const found = await database.rows(
    `SELECT ok, code, count(*), count(*) FILTER (time IS NULL), count(timeText) FROM rows WHERE file = ${file} GROUP BY ok, code`,
  );
  const good = found.filter(([ok]) => ok === true);
  const sum = (groups: typeof found, column: number) =>
    groups.reduce((total, group) => total + Number(group[column]), 0);
  return {
    rows: sum(good, 2),
    unread: sum(found, 2) - sum(good, 2),
    undated: sum(good, 3),
    oddlyDated: sum(good, 4),
    codes: good.map(([, code]) => Number(code)),
  };
}
