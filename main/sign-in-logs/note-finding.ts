import type { Finding } from "../core/finding.ts";
import { grouped } from "../core/text/grouped.ts";
import type { LoadingNote } from "./loading.ts";

/** What somebody should know about how a file was read, as a finding. */
export function noteFinding(note: LoadingNote, file: string): Finding {
  return { severity: "warning", certainty: "documented", where: { row: file }, ...wordsOf(note, file) };
}

type Words = Pick<Finding, "rule" | "title" | "detail"> & Partial<Pick<Finding, "certainty">>;

function wordsOf(note: LoadingNote, file: string): Words {
  switch (note.kind) {
    case "gzip-cut":
      return {
        rule: "file-cut-off",
        title: `${file} is cut off or damaged.`,
        detail: "The gzip ends too early. Everything before that place was read.",
      };
    case "header-by-place":
      return {
        rule: "header-in-another-language",
        certainty: "inferred",
        title: `The header of ${file} is not in English.`,
        detail:
          "Its 57 columns were told by their order in the Entra admin center's download, and by what their values look like.",
      };
    case "more-pages":
      return {
        rule: "log-goes-on",
        title: `${file} is one page of a longer log.`,
        detail:
          "It names a next page (@odata.nextLink), whose rows are not in the numbers unless that page is loaded too.",
      };
    case "not-utf-8":
      return {
        rule: "text-not-utf-8",
        certainty: "inferred",
        title: `${file} is not in UTF-8.`,
        detail:
          "The lines that are not were read as Windows-1252, in which spreadsheets on Windows save CSV files. Letters with accents may be others.",
      };
    default:
      return wordsOfDates(note, file);
  }
}

function wordsOfDates(
  note: Extract<LoadingNote, { readonly kind: "dates-ambiguous" | "dates-mixed" | "undated" }>,
  file: string,
): Words {
  switch (note.kind) {
    case "dates-ambiguous":
      return {
        rule: "dates-month-first",
        certainty: "inferred",
        title: `Dates of ${file} were read with the month first.`,
        detail: `Nothing in it tells month from day: ${shown(note.example)}.`,
      };
    case "dates-mixed":
      return {
        rule: "dates-mixed",
        title: `${file} writes some dates with the month first and some with the day first.`,
        detail: `${shown(note.monthFirst)} has the month first, and ${shown(note.dayFirst)} the day. Rows whose date could be either count, and have no time.`,
      };
    case "undated": {
      const one = note.rows === 1;
      const example = note.example === null ? "" : ` One of them says ${shown(note.example)}.`;
      return {
        rule: "rows-without-time",
        title: `${grouped(note.rows)} ${one ? "row" : "rows"} of ${file} ${one ? "has" : "have"} no time that could be read.`,
        detail: `They count, and stand in no chart and in no time that is asked about.${example}`,
      };
    }
  }
}

function shown(example: string): string {
  return example.slice(0, 40);
}
