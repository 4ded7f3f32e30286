import type { FieldSources } from "../core/sign-ins/index.ts";
import { quoted } from "./database.ts";
import { type Expressions, everyField, firstOf, insideText, largestRecord, usualRecord } from "./row-sql.ts";

/** Members of a record that are read; a leaf is read as text, whatever it is in JSON. */
type Members = Map<string, Members>;

/** Fields as columns of `read_json`, each with its type. */
export function typedFields(sources: FieldSources): {
  readonly columns: string;
  readonly fields: Expressions;
} {
  const members: Members = new Map();
  const fields = everyField((field) =>
    firstOf(
      field,
      (sources[field] ?? []).map(({ path, inner }) => {
        const names = path.split(".").slice(1);
        let at = members;
        for (const name of names) {
          const next = at.get(name) ?? new Map();
          at.set(name, next);
          at = next;
        }
        const value = names.map((name) => `"${name}"`).join(".");
        return inner === undefined ? value : insideText(value, inner);
      }),
    ),
  );
  const columns = [...members].map(([name, inside]) => `${quoted(name)}: ${quoted(typeOf(inside))}`);
  return { columns: `{${columns.join(", ")}}`, fields };
}

function typeOf(members: Members): string {
  if (members.size === 0) return "VARCHAR";
  return `STRUCT(${[...members].map(([name, inside]) => `"${name}" ${typeOf(inside)}`).join(", ")})`;
}

/** `read_json` of a file into these columns; what does not fit one of them is an error. */
export function typedRecords(
  path: string,
  format: "array" | "newline_delimited",
  columns: string,
  long: boolean,
): string {
  return `read_json(${quoted(path)}, format = '${format}', compression = 'uncompressed', columns = ${columns}, maximum_object_size = ${long ? largestRecord : usualRecord})`;
}
