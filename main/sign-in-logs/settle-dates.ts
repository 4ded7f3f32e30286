import { dateForms } from "../core/sign-ins/index.ts";
import { quoted } from "./database.ts";
import type { Loading } from "./loading.ts";
import { tidy } from "./row-sql.ts";
import type { Tally } from "./tally.ts";

/**
 * Decides in which order a file writes day and month, where its dates have slashes, and counts the rows that have no time. The rows
 * were read with the month first. Only a date that can be read in one way tells the order; where dates tell both, those that could
 * be either have no time.
 *
 * @returns how many rows that count have no time
 */
export async function settleDates({ database, file, note }: Loading, tally: Tally): Promise<number> {
  if (tally.oddlyDated === 0) {
    if (tally.undated > 0) note({ kind: "undated", rows: tally.undated, example: null });
    return tally.undated;
  }
  const slashed = `file = ${file} AND ok AND timeText IS NOT NULL AND regexp_matches(timeText, '^\\s*\\d{1,2}/\\d{1,2}/')`;
  const first = part("^\\s*(\\d+)");
  const second = part("/(\\d+)");
  const [row] = await database.rows(`SELECT count(*), min(timeText),
    any_value(timeText) FILTER (${first} > 12 AND ${second} <= 12), any_value(timeText) FILTER (${second} > 12 AND ${first} <= 12)
    FROM rows WHERE ${slashed}`);
  const [all, example, dayFirst, monthFirst] = row ?? [];
  if (Number(all ?? 0) > 0) {
    if (typeof dayFirst === "string" && typeof monthFirst === "string") {
      await database.run(readDayFirst(`${slashed} AND ${first} > 12`));
      await database.run(
        `UPDATE rows SET time = NULL WHERE ${slashed} AND ${first} <= 12 AND ${second} <= 12`,
      );
      note({ kind: "dates-mixed", dayFirst, monthFirst });
    } else if (typeof dayFirst === "string") await database.run(readDayFirst(slashed));
    else if (typeof monthFirst !== "string") note({ kind: "dates-ambiguous", example: String(example) });
  }
  return countUndated({ database, file, note });
}

function part(pattern: string): string {
  return `try_cast(regexp_extract(timeText, ${quoted(pattern)}, 1) AS INTEGER)`;
}

function readDayFirst(where: string): string {
  const forms = dateForms("day-first").map(quoted).join(", ");
  return `UPDATE rows SET time = epoch_ms(try_strptime(${tidy("timeText")}, [${forms}])) WHERE ${where}`;
}

async function countUndated({
  database,
  file,
  note,
}: Pick<Loading, "database" | "file" | "note">): Promise<number> {
  const [row] = await database.rows(
    `SELECT count(*), any_value(timeText) FROM rows WHERE file = ${file} AND ok AND time IS NULL`,
  );
  const [count, example] = row ?? [];
  const undated = Number(count ?? 0);
  if (undated > 0)
    note({ kind: "undated", rows: undated, example: typeof example === "string" ? example : null });
  return undated;
}
