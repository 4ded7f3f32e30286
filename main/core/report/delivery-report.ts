import { countDifferences } from "../jamf-pro/count-differences.ts";
import type { Difference } from "../jamf-pro/difference.ts";
import type { TypedJson } from "../plist/typed-json.ts";
import type { Block, Inline } from "./blocks.ts";
import { toMarkdown } from "./markdown.ts";

/** What a report of a delivery is made of; secrets are replaced in the differences already. */
export type ReportedDelivery = {
  readonly action: "created" | "updated" | "unchanged";
  readonly id: string;
  readonly name: string;
  readonly uuid: string | null;
  readonly scope: string;
  readonly category: string | null;
  readonly equal: number;
  readonly restored: boolean | null;
  readonly differences: readonly Difference[];
  readonly steps: readonly { readonly at: number; readonly text: string }[];
};

/** A delivery as a page of Markdown: what was done, what differs and why, and what somebody accepted for which reason. */
export function deliveryReport(delivery: ReportedDelivery, host: string): string {
  const { action, id, name, uuid, scope, category, equal, restored, differences, steps } = delivery;
  const told = differences.filter(({ kind }) => kind !== "usual");
  const isBack = restored === true ? ", and the old one put back afterwards" : "";
  const facts: readonly (readonly Inline[])[] = [
    ["Server", { code: host }],
    ["Profile", `${id}, ${action}${isBack}`],
    ["UUID", uuid === null ? "not told" : { code: uuid }],
    ["In its scope", scope],
    ["Category", category ?? "none"],
  ];
  const blocks: readonly Block[] = [
    { kind: "heading", level: 1, text: `Delivery of ${name}` },
    { kind: "paragraph", text: countDifferences(differences, equal) },
    { kind: "table", head: ["What", "Value"], rows: facts },
    ...(told.length === 0 ? [] : differenceBlocks(told)),
    { kind: "heading", level: 2, text: "What was done" },
    {
      kind: "list",
      ordered: true,
      items: steps.map(({ at, text }) => `${new Date(at).toISOString()} ${text}`),
    },
  ];
  return toMarkdown(blocks);
}

function differenceBlocks(differences: readonly Difference[]): readonly Block[] {
  const rows = differences.map(({ kind, defect, domain, keyPath, sent, stored, accepted }) => [
    kind === "known-defect" ? `known defect ${defect ?? ""}` : kind,
    `${keyPath}${domain === null ? "" : ` (${domain})`}`,
    shown(sent),
    shown(stored),
    accepted ?? "",
  ]);
  return [
    { kind: "heading", level: 2, text: "Differences" },
    { kind: "paragraph", text: "Jamf Pro's usual rewriting is left out." },
    { kind: "table", head: ["Kind", "Value", "Sent", "Stored", "Accepted because"], rows },
  ];
}

function shown(value: TypedJson | null): Inline {
  return value === null ? "not set" : { code: JSON.stringify(value) };
}
