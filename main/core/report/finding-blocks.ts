import type { Finding } from "../finding.ts";
import type { Block } from "./blocks.ts";

const severityText = { error: "Error", warning: "Warning", info: "Note" } as const;

/** Findings, the gravest first, each with what to do about it. */
export function findingBlocks(title: string, findings: readonly Finding[], level: 3 | 4): readonly Block[] {
  if (findings.length === 0) return [];
  const sorted = (["error", "warning", "info"] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  return [{ kind: "heading", level, text: title }, ...sorted.flatMap(oneFinding)];
}

function oneFinding(finding: Finding): readonly Block[] {
  const { where, fix, source, severity, certainty } = finding;
  const place = [where.domain, where.keyPath].filter((part) => part !== undefined).join(" ");
  const at = place === "" ? "" : ` (${place})`;
  const blocks: Block[] = [
    { kind: "paragraph", text: `${severityText[severity]}: ${finding.title}${at}` },
    { kind: "paragraph", text: `${finding.detail} (${certainty}, rule ${finding.rule})` },
  ];
  if (fix !== undefined) {
    const steps = "patch" in fix ? [] : fix.steps;
    blocks.push({ kind: "paragraph", text: steps.length === 0 ? `Fix: ${fix.label}.` : `${fix.label}:` });
    if (steps.length > 0) blocks.push({ kind: "list", ordered: true, items: steps });
    if ("link" in fix && fix.link !== undefined)
      blocks.push({ kind: "link", text: fix.link, address: fix.link });
  }
  if (source !== undefined) blocks.push({ kind: "link", text: source, address: source });
  return blocks;
}
