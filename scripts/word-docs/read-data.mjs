import { readFileSync } from "node:fs";
import { join } from "node:path";
import { someValue } from "./texts.mjs";

/** The data that verdicts are made of, and the list in each file. */
const sources = [
  ["assets/reference/errors.json", "assessed"],
  ["assets/reference/errors.json", "others"],
  ["assets/reference/provider-errors.json", "errors"],
  ["assets/reference/situations.json", "situations"],
  ["assets/reference/recipes.json", "recipes"],
];

/** What a person reads in them, in the order in which it is listed. */
const slots = [
  "title",
  "summary",
  "meaning",
  "question",
  "cause",
  "basis",
  "why",
  "note",
  "risk",
  "cost",
  "caution",
  "steps",
];

/** A text that more entries than this say, each with its own code in it, is listed once. */
const few = 2;

/** The words of the catalogues, in the form of `readWords`. */
export function readData(root) {
  return sources.map(([path, list]) => {
    const entries = JSON.parse(readFileSync(join(root, path), "utf8"))[list].map(saidBy);
    const times = new Map();
    for (const key of entries.flatMap(({ keys }) => keys)) times.set(key, (times.get(key) ?? 0) + 1);
    const isShared = (key) => times.get(key) > few;
    return {
      path: list === "others" ? `${path}, ${list}` : path,
      records: entries
        .map(({ code, said, keys }) => ({ code, said: said.filter((_, index) => !isShared(keys[index])) }))
        .filter(({ said }) => said.length > 0),
      sentences: [...times.keys()].filter(isShared).map((key) => `${key} (of ${times.get(key)} codes)`),
    };
  });
}

/** What an entry says, and beside it the same without its code. */
function saidBy(entry) {
  const code = String(entry.code ?? entry.id ?? entry.name);
  const said = textsOf(entry);
  return { code, said, keys: said.map(({ slot, text }) => `${slot}: ${text.replaceAll(code, someValue)}`) };
}

function textsOf(entry) {
  const flat = { ...entry, why: entry.jamfConnect?.why, note: entry.signInLog?.note };
  return slots.flatMap((slot) => [flat[slot] ?? []].flat().map((text) => ({ slot, text })));
}
