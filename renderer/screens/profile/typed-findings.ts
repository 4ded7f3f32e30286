import type { Finding } from "../../../preload/contract.ts";
import type { Field, TypedText } from "../../stores/form-store.ts";
import { writeKeyPath } from "../../text/key-path.ts";

/** A value that does not fit, as a finding, and the field that holds it. */
export type TypedFinding = {
  readonly finding: Finding;
  readonly field: Field;
  readonly stored: string | null;
};

/** What is typed and does not fit: it stands in its field, and the file does not have it. */
export function typedFindings(typed: Readonly<Record<string, TypedText>>): readonly TypedFinding[] {
  return Object.values(typed).flatMap(({ field, text, stored, problem }) => {
    if (problem === null) {
      return [];
    }
    const held = stored === null ? "nothing" : stored === "" ? "an empty text" : short(stored);
    const finding: Finding = {
      rule: "typed-value",
      severity: "error",
      certainty: "documented",
      title: `${field.label}: ${problem.title}`,
      detail: `${text === "" ? "The field is empty" : `“${short(text)}” stays in the field`}, ${held} stays in the file.`,
      where: { domain: field.payload.domain, keyPath: writeKeyPath(field.path) },
    };
    return [{ finding, field, stored }];
  });
}

function short(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
