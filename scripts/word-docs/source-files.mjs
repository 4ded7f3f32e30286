import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { parseSync } from "vite";
import { childrenOf } from "./nodes.mjs";

/** Rooms whose texts are others' words (pages and answers of the practice services), or no answer to anything (help, forms). */
const notOurs = [
  "main/practice-tenant/",
  "main/practice-jamf-pro/",
  "main/core/templates/catalogue.ts",
  "main/hosts/command-line/forms/",
  "main/hosts/command-line/completion/",
];

/** Every source file whose words are listed, by its path from the root. */
export function readSources(root) {
  const files = new Map();
  for (const folder of ["main", "preload", "renderer"]) {
    for (const name of readdirSync(join(root, folder), { recursive: true })) {
      const path = posix.join(folder, name.replaceAll("\\", "/"));
      if (!/\.tsx?$/.test(path) || /\.d\.ts$/.test(path)) continue;
      files.set(path, parse(path, readFileSync(join(root, path), "utf8")));
    }
  }
  return files;
}

/** True for a file that says something of its own to the person. */
export function speaks(path) {
  return !notOurs.some((prefix) => path.startsWith(prefix));
}

/** A file with what it declares: functions and constants by name, imports, and names that it passes on. */
export function parse(path, code) {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0].message}`);
  const file = { path, program, declared: new Map(), imports: new Map(), passedOn: new Map() };
  walk(program, { start: 0, end: code.length }, file);
  return file;
}

function walk(node, scope, file) {
  const isFunction = /Function/.test(node.type) && node.body !== undefined;
  if (node.type === "FunctionDeclaration" && node.id !== null) declare(file, node.id.name, node, scope);
  if (node.type === "VariableDeclarator" && node.id.type === "Identifier")
    declare(file, node.id.name, node.init, scope);
  if (node.type === "ImportDeclaration") noteImport(node, file);
  if (node.type === "ExportNamedDeclaration" && node.source !== null)
    for (const { local, exported } of node.specifiers)
      file.passedOn.set(exported.name, { from: target(file.path, node.source.value), name: local.name });
  const inner = isFunction || node.type === "BlockStatement" ? node : scope;
  if (isFunction) for (const name of node.params.flatMap(namesOf)) declare(file, name, null, node);
  for (const child of childrenOf(node)) walk(child, inner, file);
}

function declare(file, name, node, { start, end }) {
  file.declared.set(name, [...(file.declared.get(name) ?? []), { node, start, end }]);
}

function noteImport({ source, specifiers }, file) {
  for (const one of specifiers)
    if (one.type === "ImportSpecifier")
      file.imports.set(one.local.name, { from: target(file.path, source.value), name: one.imported.name });
}

function target(path, source) {
  return source.startsWith(".") ? posix.join(dirname(path), source) : source;
}

/** The names that a parameter binds. */
export function namesOf(pattern) {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "AssignmentPattern":
      return namesOf(pattern.left);
    case "RestElement":
      return namesOf(pattern.argument);
    case "ObjectPattern":
      return pattern.properties.flatMap((one) => namesOf(one.value ?? one));
    case "ArrayPattern":
      return pattern.elements.flatMap(namesOf);
    default:
      return [];
  }
}
