import type { Problem } from "../../problem.ts";
import { type Position, positionAt } from "../../text/position.ts";

/** What is wrong at one place of an XML text. `where` says what was seen there. */
export type Damage = {
  readonly code: string;
  readonly title: string;
  readonly where: string;
  readonly fix: string;
};

/** The problem for damage at `offset` of the text; line and column stand in `at`. */
export function problemAt(text: string, offset: number, damage: Damage): Problem {
  const at: Position = positionAt(text, offset);
  return {
    code: damage.code,
    title: damage.title,
    detail: capitalised(damage.where),
    fix: damage.fix,
    at,
  };
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
