/** A record of a CSV file (RFC 4180) and the line on which it begins, from 1. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/**
 * Reads the records of a CSV text in one pass. A last record that may be cut is given only with `whole`.
 *
 * @param whole true where the text is all of it
 */
export function readCsvRecords(text: string, delimiter: string, whole: boolean): readonly CsvRecord[] {
  const reader = createCsvReader(delimiter);
  const records = reader.push(text.replace(/^\ufeff/, ""));
  return whole ? [...records, ...reader.end()] : records;
}

/** The same in pieces. */
export function createCsvReader(delimiter: string): {
  readonly push: (text: string) => readonly CsvRecord[];
  readonly end: () => readonly CsvRecord[];
} {
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let afterQuote = false;
  let line = 1;
  let startLine = 1;

  const endCell = () => {
    cells.push(cell);
    cell = "";
    afterQuote = false;
  };
  const push = (text: string): readonly CsvRecord[] => {
    const records: CsvRecord[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const character = text.charAt(at);
      if (character === "\n") line += 1;
      if (quoted) {
        if (character === '"') {
          quoted = false;
          afterQuote = true;
        } else cell += character;
      } else if (character === '"' && (cell === "" || afterQuote)) {
        // A second quote in a row is a quote of the value.
        if (afterQuote) cell += '"';
        quoted = true;
        afterQuote = false;
      } else if (character === delimiter) endCell();
      else if (character === "\n") {
        endCell();
        if (cells.length > 1 || cells[0] !== "") records.push({ line: startLine, cells });
        cells = [];
        startLine = line;
      } else if (character !== "\r") cell += character;
    }
    return records;
  };
  return {
    push,
    end: () => {
      if (cell === "" && cells.length === 0) return [];
      endCell();
      return [{ line: startLine, cells }];
    },
  };
}

/** What parts the cells of a CSV file, by its first line: a comma, a semicolon or a tab. */
export function delimiterOf(text: string): "," | ";" | "\t" {
  const end = text.search(/[\r\n]/);
  const header = (end === -1 ? text : text.slice(0, end)).replace(/"[^"]*"/g, "");
  const count = (mark: string) => header.split(mark).length;
  if (count("\t") > count(",") && count("\t") > count(";")) return "\t";
  return count(";") > count(",") ? ";" : ",";
}
