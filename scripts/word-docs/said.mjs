import { readData } from "./read-data.mjs";
import { readWords } from "./read-words.mjs";
import { readSources } from "./source-files.mjs";

/** Everything that the app says, file by file: catalogues, then sources. */
export function readSaid(root) {
  return [...readData(root), ...readWords(readSources(root))];
}
