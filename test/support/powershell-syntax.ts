import { createRequire } from "node:module";

/** A node of PowerShell's grammar, as far as the tests look at it. */
export type SyntaxNode = {
  readonly type: string;
  readonly text: string;
  readonly isMissing: boolean;
  readonly hasError: boolean;
  readonly children: readonly (SyntaxNode | null)[];
};

type TreeSitter = {
  readonly Parser: {
    new (): {
      setLanguage(language: unknown): void;
      parse(text: string): { readonly rootNode: SyntaxNode } | null;
    };
    init(): Promise<void>;
  };
  readonly Language: { load(path: string): Promise<unknown> };
};

/**
 * Reads PowerShell with the grammar of editors (tree-sitter-powershell), which needs no PowerShell. Only its wasm is used: the other half
 * of the package is built for one platform.
 */
export async function powershellParser(): Promise<(text: string) => SyntaxNode> {
  const require = createRequire(import.meta.url);
  const { Parser, Language }: TreeSitter = require("web-tree-sitter");
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(
    await Language.load(require.resolve("tree-sitter-powershell/tree-sitter-powershell.wasm")),
  );
  return (text) => {
    const tree = parser.parse(text);
    if (tree === null) throw new Error("The parser gave up.");
    return tree.rootNode;
  };
}

/** All nodes of a tree, its root first. */
export function* nodesOf(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of node.children) if (child !== null) yield* nodesOf(child);
}
