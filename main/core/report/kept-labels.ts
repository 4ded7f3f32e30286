import { mapTexts } from "../anonymize/map-texts.ts";
import type { RunRecord } from "../history/index.ts";

const label =
  /\b(tenant|app|object|person|group|policy|request|address|domain|host|organization|settings|name|text|path|payload)-(\d+)\b|\b(Person|Given name|Family name) (\d+)\b/g;

/**
 * A kept run with its labels marked as its own: they were given when it was kept, so that its `app-1` need not be the
 * `app-1` of the report around it.
 *
 * @param number tells the kept runs of one report apart
 */
export function markKeptLabels(record: RunRecord, number: number): RunRecord {
  const mark = (text: string) => text.replace(label, (found) => `${found}-kept-${number}`);
  return {
    ...record,
    settings: mapTexts(record.settings, mark),
    results: mapTexts(record.results, mark),
    paired: mapTexts(record.paired, mark),
  };
}
