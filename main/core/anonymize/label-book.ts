/** What a value is, and with it the first word of its label. */
export type LabelKind =
  | "tenant"
  | "app"
  | "object"
  | "person"
  | "group"
  | "policy"
  | "request"
  | "address"
  | "domain"
  | "host"
  | "organization"
  | "name"
  | "text"
  | "path"
  | "payload"
  | "settings";

/**
 * Which label stands for which value in one report. The same value always gets the same label, whatever it is asked for
 * as; two values never share one unless they were set to.
 */
export type LabelBook = {
  /** The label of a value; made when it is first asked for. Capitals do not count. */
  readonly of: (kind: LabelKind, value: string) => string;
  /** Gives a value this label, unless it has one. */
  readonly set: (value: string, label: string) => void;
  /** The label of a value; null when it has none. A label stands for itself. */
  readonly find: (value: string) => string | null;
  /** The next free number of a kind. */
  readonly next: (kind: LabelKind) => number;
};

export function createLabelBook(): LabelBook {
  const labels = new Map<string, string>();
  const issued = new Set<string>();
  const counts = new Map<LabelKind, number>();
  const next = (kind: LabelKind): number => {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    return number;
  };
  const find = (value: string): string | null => {
    const key = value.toLowerCase();
    return issued.has(key) ? value : (labels.get(key) ?? null);
  };
  const set = (value: string, label: string): void => {
    if (find(value) !== null) return;
    labels.set(value.toLowerCase(), label);
    issued.add(label.toLowerCase());
  };
  return {
    find,
    set,
    next,
    of: (kind, value) => {
      const known = find(value);
      if (known !== null) return known;
      const label = labelFor(kind, next(kind));
      set(value, label);
      return label;
    },
  };
}

function labelFor(kind: LabelKind, number: number): string {
  switch (kind) {
    case "domain":
    case "host":
      return `${kind}-${number}.example`;
    case "settings":
      return `com.example.settings-${number}`;
    default:
      return `${kind}-${number}`;
  }
}
