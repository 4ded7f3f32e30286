import type { ReactNode } from "react";
import { Section } from "../../../components/tool-bar.tsx";
import type { Run } from "../../../stores/run.ts";

/** What the sentence rests on, the strongest first. */
export function EvidenceSection({ paired }: { readonly paired: NonNullable<Run["paired"]> }): ReactNode {
  return (
    <Section title="What this rests on">
      <ul className="pair-evidence">
        {paired.evidence.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}
