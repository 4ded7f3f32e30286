/** The nodes directly inside a node. */
export function childrenOf(node) {
  return Object.values(node)
    .flat()
    .filter((value) => typeof value?.type === "string");
}

/** Calls `act` for a node and everything inside it. */
export function each(node, act) {
  act(node);
  for (const child of childrenOf(node)) each(child, act);
}

const wrappers = [
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "ParenthesizedExpression",
];

/** Without `as const`, `satisfies` and brackets. */
export function bare(node) {
  let inner = node;
  while (wrappers.includes(inner?.type)) inner = inner.expression;
  return inner;
}

/** The name of a property that is written as a name or as a string; null for a computed one. */
export function keyOf({ key, computed }) {
  if (computed || key === undefined) return null;
  return key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : null;
}
