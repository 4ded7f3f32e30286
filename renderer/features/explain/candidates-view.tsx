import type { ReactNode } from "react";
import type { ExplainAnswer } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";

type CandidatesProps = {
  readonly answer: Extract<ExplainAnswer, { kind: "candidates" }>;
  /** Reads on about one of them, by its name. */
  readonly onChoose: (name: string) => void;
};

/** What loose words may mean: offers with the question that would decide, in neutral colours, and never a verdict. */
export function CandidatesView({ answer, onChoose }: CandidatesProps): ReactNode {
  const { candidates, title, detail, fix } = answer;
  return (
    <div className="explain-unknown">
      <h3>{title}</h3>
      <p className="quiet">{detail}</p>
      {candidates.length > 0 && (
        <ol className="explain-candidates" aria-label="It could be">
          {candidates.map((candidate) => (
            <li key={candidate.name}>
              <Button look={["plain"]} onPress={() => onChoose(candidate.name)}>
                {candidate.title} <Icon name="arrow" size="small" />
              </Button>
              <span className="quiet">{candidate.question}</span>
            </li>
          ))}
        </ol>
      )}
      <p>{fix}</p>
    </div>
  );
}
