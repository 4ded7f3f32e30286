import type { Page } from "playwright";

type AxValue = { readonly value?: unknown };
type AxNode = {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
  readonly backendDOMNodeId?: number;
  readonly childIds?: readonly string[];
};

/** A node as a screen reader meets it. */
export type TreeNode = {
  readonly role: string;
  readonly name: string;
  readonly level: number | null;
  /** Whether Tab comes here. */
  readonly isReached: boolean;
  /** Words of everything below it. */
  readonly text: string;
};

/** The accessibility tree that Chromium gives to the system, without what it leaves out. */
export async function accessibilityTree(page: Page): Promise<readonly TreeNode[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = (await cdp.send("Accessibility.getFullAXTree")) as { nodes: readonly AxNode[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (node: AxNode): string =>
    node.role?.value === "StaticText"
      ? text(node.name)
      : (node.childIds ?? [])
          .flatMap((id) => byId.get(id) ?? [])
          .map(textOf)
          .join(" ");
  /** What only a script can focus is focusable for the tree, too. */
  const isForScripts = async ({ backendDOMNodeId }: AxNode): Promise<boolean> => {
    if (backendDOMNodeId === undefined) return false;
    const { node } = await cdp.send("DOM.describeNode", { backendNodeId: backendDOMNodeId });
    const { attributes = [] } = node;
    return attributes[attributes.indexOf("tabindex") + 1] === "-1";
  };
  const tree = await Promise.all(
    nodes
      .filter(({ ignored }) => !ignored)
      .map(async (node): Promise<TreeNode> => {
        const property = (sought: string) =>
          node.properties?.find(({ name }) => name === sought)?.value.value;
        const level = property("level");
        const role = text(node.role);
        const isFocusable = property("focusable") === true;
        return {
          role,
          name: text(node.name).trim(),
          level: typeof level === "number" ? level : null,
          isReached: isFocusable && !(silent.has(role) && (await isForScripts(node))),
          text: textOf(node).trim(),
        };
      }),
  );
  await cdp.detach();
  return tree;
}

function text(value: AxValue | undefined): string {
  return typeof value?.value === "string" ? value.value : "";
}

/** What a person works with, or is told as one thing: each needs a name. */
const named: ReadonlySet<string> = new Set([
  ..."button link textbox searchbox combobox listbox checkbox switch radio radiogroup tab tablist slider spinbutton".split(
    " ",
  ),
  ..."menuitem menuitemradio menuitemcheckbox menu option treeitem tree grid table dialog alertdialog".split(
    " ",
  ),
  ..."region navigation complementary form search img image figure heading tabpanel meter progressbar".split(
    " ",
  ),
]);

/** Roles that say nothing of what a key press does there. */
const silent: ReadonlySet<string> = new Set(["generic", "none", "presentation", "paragraph", "StaticText"]);

/**
 * What is wrong with a tree, one line each: what has no name, what takes the focus and has no role, more or less than one `main` and
 * one heading of the first level. Under a dialog the rest of the page is not there, and not asked for.
 */
export function treeFaults(tree: readonly TreeNode[]): readonly string[] {
  const one = (what: string, found: readonly TreeNode[]) =>
    found.length === 1 ? [] : [`${found.length} of ${what}: ${found.map(({ name }) => name).join(", ")}`];
  const isModal = tree.some(({ role }) => role === "dialog" || role === "alertdialog");
  return [
    ...tree
      .filter(({ role, name }) => named.has(role) && name === "")
      .map(({ role, text: words }) => `${role} without a name: ${words.slice(0, 60)}`),
    ...tree
      .filter(({ isReached, role }) => isReached && silent.has(role))
      .map(({ role, name, text: words }) => `${role} takes the focus: ${name} ${words.slice(0, 60)}`),
    ...(isModal
      ? []
      : [
          ...one(
            "main",
            tree.filter(({ role }) => role === "main"),
          ),
          ...one(
            "heading 1",
            tree.filter(({ role, level }) => role === "heading" && level === 1),
          ),
        ]),
  ];
}
