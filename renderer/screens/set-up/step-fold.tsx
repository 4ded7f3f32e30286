import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import type { Fold } from "./folded-steps.ts";

type StepFoldProps = {
  readonly fold: Fold;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
};

/** One row for steps that are done, so that what is left is in sight; opened, it stands above them. */
export function StepFold({ fold: { first, last }, isOpen, onOpen }: StepFoldProps): ReactNode {
  return (
    <li className="set-up-fold">
      <div className="set-up-step">
        <span />
        <span className="tone-ok">
          <Icon name="ok" />
        </span>
        <span className="set-up-fold-title">
          Steps {first} to {last} are done
        </span>
        <Button
          look={["plain", "small"]}
          className="set-up-show"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? "Hide" : "Show"} steps ${first} to ${last}`}
          onPress={() => onOpen(!isOpen)}
        >
          <span>{isOpen ? "Hide steps" : "Show steps"}</span>
          <Icon name={isOpen ? "up" : "down"} size="small" />
        </Button>
      </div>
    </li>
  );
}
