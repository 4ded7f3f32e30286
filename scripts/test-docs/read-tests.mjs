import { parseSync } from "vite";

/** What a loop or a table puts into a title. */
const someValue = "…";

/** Functions of Vitest and Playwright that begin a test or a group; what follows them (`.each`, `.only`) may vary. */
const roots = { test: "test", it: "test", describe: "group", suite: "group" };
/** `test.step`, `test.beforeEach` and the like begin no test. */
const leadsToTest = new Set([
  "describe",
  "each",
  "for",
  "only",
  "concurrent",
  "sequential",
  "runIf",
  "skipIf",
]);

/**
 * Reads the tests that a file declares, in its order.
 *
 * @param file its name, which says how to parse it
 * @param code its text
 * @returns the comment before everything else, the tests, and every text in the file that begins with `marker` without
 *   being the title of a test
 */
export function readTests(file, code, marker) {
  const { program, comments, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0].message}`);
  const state = { tests: [], used: new Set(), tables: tablesOf(program) };
  visit(program, [], state);
  return {
    intro: introOf(program, comments),
    tests: state.tests,
    stray: marker === undefined ? [] : strayTexts(program, marker, state.used),
  };
}

/** The text of a doc comment at the very beginning. */
function introOf({ body }, comments) {
  const [first] = comments;
  if (first?.type !== "Block" || !first.value.startsWith("*") || first.start > (body[0]?.start ?? 0))
    return "";
  const lines = first.value.slice(1).split("\n");
  return lines
    .map((line) => line.replace(/^\s*\*?\s*/, "").trimEnd())
    .join(" ")
    .trim();
}

/** Arrays that the file gives names to, as tables of tests may have. */
function tablesOf(program) {
  const tables = new Map();
  each(program, (node) => {
    if (node.type !== "VariableDeclarator" || node.id.type !== "Identifier") return;
    const value = bare(node.init);
    if (value?.type === "ArrayExpression") tables.set(node.id.name, value);
  });
  return tables;
}

function visit(node, groups, state) {
  const begun = node.type === "CallExpression" ? beginning(node) : null;
  if (begun === null) {
    for (const child of childrenOf(node)) visit(child, groups, state);
    return;
  }
  const titles = titlesOf(node.arguments[0], begun.table, state);
  if (begun.kind === "test") for (const title of titles) state.tests.push({ groups, title });
  const inner = begun.kind === "group" ? [...groups, ...titles.slice(0, 1)] : groups;
  for (const child of node.arguments.slice(1)) visit(child, inner, state);
}

/** What a call begins, or null; `table` is what `.each` was given. */
function beginning({ callee }) {
  let kind = null;
  let table;
  for (let part = callee; ; ) {
    if (part.type === "Identifier") {
      if (!Object.hasOwn(roots, part.name)) return null;
      return { kind: kind ?? roots[part.name], table };
    }
    if (part.type === "MemberExpression" && !part.computed) {
      if (!leadsToTest.has(part.property.name)) return null;
      if (part.property.name === "describe") kind = "group";
      part = part.object;
    } else if (part.type === "CallExpression") {
      table = part.arguments[0];
      part = part.callee;
    } else return null;
  }
}

/** The titles of a call: one, or one a row where the first column of a table is the title. None if they are not written here. */
function titlesOf(node, table, state) {
  const title = textOf(node, state);
  if (title === null) return [];
  if (/^%[sjo]$/.test(title)) {
    const rows = bare(table);
    const array = rows?.type === "Identifier" ? state.tables.get(rows.name) : rows;
    const written = (array?.elements ?? []).map((row) => textOf(firstOf(bare(row)), state));
    if (written.some((text) => text !== null)) return written.filter((text) => text !== null);
  }
  return [table === undefined ? title : title.replace(/%[sjoidfO#]|\$[a-z][\w.]*/g, someValue)];
}

function firstOf(row) {
  return row?.type === "ArrayExpression" ? bare(row.elements[0]) : row;
}

/** A string, or a template with its values left out. */
function textOf(node, state) {
  const value = bare(node);
  if (value?.type === "Literal" && typeof value.value === "string") {
    state.used.add(value);
    return value.value;
  }
  if (value?.type !== "TemplateLiteral") return null;
  state.used.add(value);
  return value.quasis.map(({ value: text }) => text.cooked).join(someValue);
}

/** Without `as const`, `satisfies` and brackets. */
function bare(node) {
  let inner = node;
  while (["TSAsExpression", "TSSatisfiesExpression", "ParenthesizedExpression"].includes(inner?.type))
    inner = inner.expression;
  return inner;
}

function strayTexts(program, marker, used) {
  const stray = [];
  each(program, (node) => {
    const text = node.type === "TemplateLiteral" ? node.quasis[0]?.value.cooked : node.value;
    const isText = node.type === "TemplateLiteral" || node.type === "Literal";
    if (isText && typeof text === "string" && text.startsWith(marker) && !used.has(node)) stray.push(text);
  });
  return stray;
}

function each(node, act) {
  act(node);
  for (const child of childrenOf(node)) each(child, act);
}

function childrenOf(node) {
  return Object.values(node)
    .flat()
    .filter((value) => typeof value?.type === "string");
}
