/**
 * Three-valued answer (Kleene's strong logic). `depends` means that a fact which decides is not given; it is never a
 * guess. More facts can turn `depends` into `yes` or `no`, and nothing else.
 */
export type Tri = "yes" | "no" | "depends";

export function and(a: Tri, b: Tri): Tri {
  if (a === "no" || b === "no") return "no";
  return a === "depends" || b === "depends" ? "depends" : "yes";
}

export function or(a: Tri, b: Tri): Tri {
  if (a === "yes" || b === "yes") return "yes";
  return a === "depends" || b === "depends" ? "depends" : "no";
}

export function not(a: Tri): Tri {
  if (a === "depends") return "depends";
  return a === "yes" ? "no" : "yes";
}

export function fromBoolean(value: boolean | undefined): Tri {
  if (value === undefined) return "depends";
  return value ? "yes" : "no";
}

/** The answer when one of several possibilities is the real one and nobody knows which: theirs if they agree. */
export function whicheverHolds(possibilities: readonly Tri[]): Tri {
  const first = possibilities[0];
  if (first === undefined) return "depends";
  return possibilities.every((each) => each === first) ? first : "depends";
}
