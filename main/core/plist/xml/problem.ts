import type { Problem } from "../../problem.ts";
import { type Position, positionAt } from "../text/position.ts";

/** What is wrong at one place of an XML text. `where` is a sentence that goes on after "Line 3, column 7: ". */
export type Damage = {
  readonly code: string;
  readonly title: string;
  readonly where: string;
  readonly fix: string;
};

/** The problem for damage at `offset` of the text; line and column stand in `at` and in the detail. */
export function problemAt(text: string, offset: number, damage: Damage): Problem {
  const at: Position = positionAt(text, offset);
  return {
    code: damage.code,
    title: damage.title,
    detail: `Line ${at.line}, column ${at.column}: ${damage.where}`,
    fix: damage.fix,
    at,
  };
}
