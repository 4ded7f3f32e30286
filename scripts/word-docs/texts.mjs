import { bare, each } from "./nodes.mjs";

/** Stands for a value that only a run knows. */
export const someValue = "…";

/** More wordings than this of one text are not spelled out. */
const mostWordings = 6;
const deepest = 6;

/**
 * Reads texts out of expressions: strings, templates, either side of a choice, constants, and what functions return. What
 * cannot be read is `…`.
 */
export function createReader(files) {
  const used = new Set();
  const neverEmpty = new Set();

  /** Reads the second side of `text === "" ? … : …`, where `text` is never empty. */
  function besideEmpty({ test }, read) {
    const isTest = test.type === "BinaryExpression" && test.left.type === "Identifier";
    const name = isTest && test.right.value === "" ? test.left.name : null;
    if (name === null || neverEmpty.has(name)) return read();
    neverEmpty.add(name);
    const all = read();
    neverEmpty.delete(name);
    return all;
  }

  /** Where a name is declared, seen from a node of a file: the innermost declaration around it, else what is imported. */
  function find(file, name, at) {
    const around = (file.declared.get(name) ?? []).filter(
      ({ start, end }) => start <= at.start && at.end <= end,
    );
    const inner = around.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    if (inner !== undefined) return inner.node === null ? null : { file, node: bare(inner.node) };
    const imported = file.imports.get(name);
    return imported === undefined ? null : findExported(imported);
  }

  function findExported({ from, name }) {
    const file = files.get(from);
    if (file === undefined) return null;
    const passed = file.passedOn.get(name) ?? file.imports.get(name);
    if (passed !== undefined) return findExported(passed);
    const declared = file.declared.get(name)?.[0];
    return declared === undefined || declared.node === null ? null : { file, node: bare(declared.node) };
  }

  /** Every wording that an expression may have: `…` where it cannot be read, none for what is nothing. */
  function texts(file, expression, depth = 0) {
    const node = bare(expression);
    if (node === null || node === undefined || depth > deepest) return [someValue];
    switch (node.type) {
      case "Literal":
        if (node.value === null) return [];
        if (typeof node.value !== "string") return [String(node.value)];
        used.add(node);
        return [node.value];
      case "TemplateLiteral":
        used.add(node);
        return joined(
          node.quasis.flatMap(({ value }, index) => {
            const put = node.expressions[index];
            return put === undefined ? [[value.cooked]] : [[value.cooked], texts(file, put, depth + 1)];
          }),
        );
      case "BinaryExpression":
        if (node.operator !== "+") return [someValue];
        return joined([texts(file, node.left, depth + 1), texts(file, node.right, depth + 1)]);
      case "ConditionalExpression":
        return distinct([
          ...texts(file, node.consequent, depth + 1),
          ...besideEmpty(node, () => texts(file, node.alternate, depth + 1)),
        ]);
      case "LogicalExpression":
        return distinct([...texts(file, node.left, depth + 1), ...texts(file, node.right, depth + 1)]);
      case "Identifier": {
        if (node.name === "undefined") return [];
        const found = find(file, node.name, node);
        if (found === null || /Function/.test(found.node?.type ?? "")) return [someValue];
        const all = texts(found.file, found.node, depth + 1);
        return neverEmpty.has(node.name) ? all.filter((text) => text !== "") : all;
      }
      case "CallExpression":
        return ofCall(file, node, depth);
      default:
        return [someValue];
    }
  }

  function ofCall(file, node, depth) {
    const callee = bare(node.callee);
    if (callee.type === "MemberExpression" && /^(trim|trimEnd|trimStart)$/.test(callee.property.name))
      return texts(file, callee.object, depth + 1).map((text) => text.trim());
    if (callee.type !== "Identifier") return [someValue];
    const found = find(file, callee.name, callee);
    if (found === null || !/Function/.test(found.node?.type ?? "")) return [someValue];
    const all = distinct(returned(found.node).flatMap((one) => texts(found.file, one, depth + 1)));
    return all.length === 0 || all.length > mostWordings ? [someValue] : all;
  }

  /** Texts of a list; one that holds other things is left out. */
  function lists(file, expression) {
    const node = bare(expression);
    if (node?.type === "ArrayExpression")
      return node.elements.flatMap((one) =>
        one?.type === "SpreadElement" ? lists(file, one.argument) : texts(file, one),
      );
    if (node?.type === "ConditionalExpression")
      return [...lists(file, node.consequent), ...lists(file, node.alternate)];
    if (node?.type === "Identifier") {
      const found = find(file, node.name, node);
      return found === null || /Function/.test(found.node?.type ?? "") ? [] : lists(found.file, found.node);
    }
    return [];
  }

  /** The objects that an expression may be: written there, named there, or returned by a function of ours. */
  function objects(file, expression, depth = 0) {
    const node = bare(expression);
    if (node === null || node === undefined || depth > deepest) return [];
    switch (node.type) {
      case "ObjectExpression":
        return [{ file, node }];
      case "ConditionalExpression":
        return [node.consequent, node.alternate].flatMap((one) => objects(file, one, depth + 1));
      case "Identifier":
      case "CallExpression": {
        const name = bare(node.callee ?? node);
        const found = name.type === "Identifier" ? find(file, name.name, name) : null;
        if (found === null) return [];
        const made = /Function/.test(found.node?.type ?? "") ? returned(found.node) : [found.node];
        return made.flatMap((one) => objects(found.file, one, depth + 1));
      }
      default:
        return [];
    }
  }

  return { find, texts, lists, objects, used };
}

/** What a function returns, not what the functions inside it do. */
function returned(node) {
  if (node.body.type !== "BlockStatement") return [node.body];
  const all = [];
  const inside = new Set();
  each(node.body, (one) => {
    if (/Function/.test(one.type)) each(one, (deeper) => inside.add(deeper));
    if (one.type === "ReturnStatement" && one.argument !== null && !inside.has(one)) all.push(one.argument);
  });
  return all;
}

/** Every combination of the parts; a part with too many wordings is a value. */
function joined(parts) {
  let all = [""];
  for (const part of parts) {
    const fits = part.length > 0 && all.length * part.length <= mostWordings ? part : [someValue];
    all = all.flatMap((head) => fits.map((tail) => head + tail));
  }
  return distinct(all.map((text) => text.replaceAll(/…{2,}/g, someValue)));
}

function distinct(texts) {
  return [...new Set(texts)];
}
