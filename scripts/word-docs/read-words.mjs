import { bare, each, keyOf } from "./nodes.mjs";
import { namesOf, speaks } from "./source-files.mjs";
import { createReader, someValue } from "./texts.mjs";

/** Names of what a program switches on. */
const codes = ["code", "rule", "error", "finding"];
/** The same of steps, fields and choices, which count only where they say a sentence. */
const labels = ["id"];
/** Names of what a person reads, in the order in which it is listed. */
const slots = [
  "name",
  "title",
  "sentence",
  "meaning",
  "detail",
  "cause",
  "why",
  "basis",
  "factorEvidence",
  "note",
  "question",
  "reason",
  "label",
  "fix",
  "steps",
];
/** An object with one of these says something; the others count only beside one of them, or beside a code. */
const telling = new Set([
  "title",
  "sentence",
  "meaning",
  "detail",
  "cause",
  "why",
  "factorEvidence",
  "fix",
  "steps",
]);

/**
 * Reads what the app says out of its sources.
 *
 * @returns for each file that says something: `records`, a code with its title, detail, fix and so on, and `sentences`, all
 *   others that stand in it
 */
export function readWords(files) {
  const reader = createReader(files);
  const inside = new Set();
  const read = [...files.values()].map((file) => ({ file, records: records(file, reader, inside) }));
  return read
    .filter(({ file }) => speaks(file.path))
    .map(({ file, records }) => ({
      path: file.path,
      records: records.filter(({ node }) => !inside.has(node)).map(({ code, said }) => ({ code, said })),
      sentences: sentences(file, reader.used),
    }))
    .filter((one) => one.records.length + one.sentences.length > 0)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function records(file, reader, inside) {
  const all = [];
  each(file.program, (node) => {
    const parts =
      node.type === "ObjectExpression"
        ? propertiesOf(node)
        : node.type === "CallExpression"
          ? argumentsOf(node, file, reader)
          : null;
    const record = parts === null ? null : recordOf(parts, file, reader, inside);
    if (record !== null) all.push({ node, ...record });
  });
  return all;
}

function propertiesOf({ properties }) {
  return new Map(
    properties.flatMap((one) => (one.type === "Property" && !one.method ? [[keyOf(one), one.value]] : [])),
  );
}

/** The arguments of a call by the names that the function gives them; null where the function is not ours. */
function argumentsOf(node, file, reader) {
  const callee = bare(node.callee);
  if (callee.type !== "Identifier") return null;
  const found = reader.find(file, callee.name, callee);
  if (!/Function/.test(found?.node?.type ?? "")) return null;
  return new Map(
    found.node.params.flatMap((param, index) => {
      const [name, ...others] = param.type === "ObjectPattern" ? [] : namesOf(param);
      const given = node.arguments[index];
      return name === undefined || others.length > 0 || given === undefined ? [] : [[name, given]];
    }),
  );
}

/** @param inside takes up every object that is a part of this record, so that it makes none of its own */
function recordOf(parts, file, reader, inside) {
  if (![...parts.keys()].some((name) => telling.has(name))) return null;
  const said = [];
  const add = (from, slot, value) => {
    const texts = slot === "steps" ? reader.lists(from, value) : reader.texts(from, value);
    for (const text of texts) if (isSaid(text)) said.push({ slot, text: oneLine(text) });
  };
  for (const slot of slots) {
    const value = parts.get(slot);
    if (value === undefined) continue;
    const nested = slot === "fix" ? reader.objects(file, value) : [];
    for (const { file: from, node } of nested) {
      inside.add(node);
      const own = propertiesOf(node);
      for (const part of ["label", "steps"]) if (own.has(part)) add(from, part, own.get(part));
    }
    if (nested.length === 0) add(file, slot, value);
  }
  const key = [...codes, ...labels].find((name) => parts.has(name));
  const code =
    key === undefined ? [] : reader.texts(file, parts.get(key)).filter((text) => text !== someValue);
  const counts = (codes.includes(key) && code.length > 0) || said.some(({ text }) => isSentence(text));
  return said.length > 0 && counts ? { code: oneLine(code.join(", ")), said: distinct(said) } : null;
}

/** Words, and not only a value. */
function isSaid(text) {
  return /\p{L}{2}/u.test(text.replaceAll(someValue, ""));
}

function isSentence(text) {
  return /\p{L}{2,}\S*\s.*\s\S*[.!?]$/u.test(text.trim());
}

function distinct(said) {
  return [...new Map(said.map((one) => [`${one.slot} ${one.text}`, one])).values()];
}

/** Sentences of a file that stand in no record. */
function sentences(file, used) {
  const found = new Set();
  each(file.program, (node) => {
    const isText = node.type === "TemplateLiteral" || node.type === "Literal";
    if (!isText || used.has(node)) return;
    const text =
      node.type === "TemplateLiteral"
        ? node.quasis.map(({ value }) => value.cooked).join(someValue)
        : node.value;
    if (typeof text === "string" && isSentence(text)) found.add(oneLine(text));
  });
  return [...found];
}

/** On one line, and with nothing in it that a page cannot show. */
function oneLine(text) {
  return text
    .replaceAll(/\n+\s*/g, " ")
    .replaceAll(/\p{Cc}/gu, someValue)
    .trim();
}
