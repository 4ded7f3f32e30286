import type { Finding } from "../../finding.ts";
import type { ConditionalAccessPolicy } from "../policy.ts";
import { EXPORT_WHOLE } from "../read/notes.ts";

const DEPTH_SOURCE =
  "https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/convertto-json";
/** More are counted, not named. */
const mostNamed = 5;

/** What the export did to the policies: parts that it lost, and lists that it joined. */
export function exportFindings(policies: readonly ConditionalAccessPolicy[]): readonly Finding[] {
  return [...lostParts(policies), ...joinedLists(policies)];
}

/** An error, because an answer that rests on half a policy looks like one that rests on all of it. */
function lostParts(policies: readonly ConditionalAccessPolicy[]): readonly Finding[] {
  const cut = policies.filter((each) => each.lost.length > 0);
  const [first] = cut;
  if (first === undefined) return [];
  const details = cut.flatMap((each) =>
    each.problems.filter((problem) => problem.code === "cut-off-export").map((problem) => problem.detail),
  );
  return [
    {
      rule: "cut-off-export",
      severity: "error",
      certainty: "documented",
      title: `The export lost parts of ${cut.length === 1 ? "a policy" : `${cut.length} policies`}: what rests on them is answered with "depends".`,
      detail: `ConvertTo-Json goes two levels deep unless -Depth says more. Below that it writes names of types and numbers. ${details.slice(0, mostNamed).join(" ")}${more(details.length)}`,
      where: cut.length === 1 ? { policyId: first.id } : {},
      fix: { label: "Export the policies whole", steps: [EXPORT_WHOLE] },
      source: DEPTH_SOURCE,
    },
  ];
}

function joinedLists(policies: readonly ConditionalAccessPolicy[]): readonly Finding[] {
  const joined = policies.filter((each) => each.joined.length > 0);
  const [first] = joined;
  if (first === undefined) return [];
  const places = joined.map((each) => `${each.displayName}: ${each.joined.join(", ")}`);
  return [
    {
      rule: "joined-list",
      severity: "info",
      certainty: "inferred",
      title: "Lists that the export had joined to one text were taken apart and read whole.",
      detail: `${places.slice(0, mostNamed).join("; ")}.${more(places.length)}`,
      where: joined.length === 1 ? { policyId: first.id } : {},
      fix: { label: "Export the policies whole", steps: [EXPORT_WHOLE] },
      source: DEPTH_SOURCE,
    },
  ];
}

function more(count: number): string {
  return count > mostNamed ? ` And ${count - mostNamed} more.` : "";
}
