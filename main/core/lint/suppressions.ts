import type { Finding } from "../finding.ts";
import { member } from "../json/member.ts";
import { parseJsonText } from "../json/parse.ts";

/** Findings of one file after its suppressions: what is left, and what was suppressed with the reason that was given. */
export type Suppressed = {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[];
};

/** A decision not to act on a finding. */
type Suppression = {
  readonly rule: string;
  readonly keyPath: string | null;
  readonly reason: string;
  /** Where it stands in the file, from 1. */
  readonly number: number;
};

type Reading = { readonly suppressions: readonly Suppression[]; readonly findings: readonly Finding[] };

/** Most bytes of a suppression file, and most entries that are looked at. */
export const maximumSuppressionBytes = 1024 * 1024;
const mostEntries = 1000;

/**
 * Takes the findings away that somebody has decided about, in a file beside the profile: `{"suppress": [{"rule", "keyPath"?,
 * "reason"}]}`. An entry without a key path is for the rule anywhere in the file. An entry that is void, has no reason, suppresses
 * nothing or only what another one does is a finding itself; none of these can be suppressed.
 *
 * @param text the file; null where there is none
 * @param knownRules ids that exist, to tell a slip of the pen from an entry that has become needless
 */
export function applySuppressions(
  findings: readonly Finding[],
  text: string | null,
  knownRules: ReadonlySet<string>,
): Suppressed {
  if (text === null) return { findings, suppressed: [] };
  const { suppressions, findings: faults } = readSuppressions(text);
  const users = new Map<Suppression, number>(suppressions.map((suppression) => [suppression, 0]));
  const left: Finding[] = [];
  const suppressed: { finding: Finding; reason: string }[] = [];
  for (const finding of findings) {
    // The most precise entry counts: one with the key path before one for the whole file.
    const fitting = suppressions
      .filter((suppression) => fits(suppression, finding))
      .toSorted((a, b) => Number(a.keyPath === null) - Number(b.keyPath === null));
    const [first] = fitting;
    if (first === undefined) {
      left.push(finding);
      continue;
    }
    users.set(first, (users.get(first) ?? 0) + 1);
    suppressed.push({ finding, reason: first.reason });
  }
  const needless = suppressions
    .filter((suppression) => users.get(suppression) === 0)
    .map((suppression) => idle(suppression, findings, knownRules));
  return { findings: [...left, ...faults, ...needless], suppressed };
}

function fits({ rule, keyPath }: Suppression, finding: Finding): boolean {
  return finding.rule === rule && (keyPath === null || keyPath === finding.where.keyPath);
}

function readSuppressions(text: string): Reading {
  const parsed = parseJsonText(text.replace(/^\uFEFF/u, ""), { depth: 20, values: 100_000 });
  if (!parsed.ok) {
    const { line, column } = parsed.at;
    return nothing(`It is not JSON: line ${line}, column ${column}.`);
  }
  const list = member(parsed.value, "suppress");
  if (!Array.isArray(list)) return nothing('It holds no list "suppress".');
  const suppressions: Suppression[] = [];
  const findings: Finding[] = [];
  for (const [index, entry] of list.slice(0, mostEntries).entries()) {
    const read = readEntry(entry, index + 1);
    if ("rule" in read && "number" in read) suppressions.push(read);
    else findings.push(read);
  }
  if (list.length > mostEntries) findings.push(voidEntry(`Only the first ${mostEntries} entries are read.`));
  return { suppressions, findings };
}

function nothing(detail: string): Reading {
  return { suppressions: [], findings: [voidEntry(`${detail} Nothing is suppressed.`)] };
}

function readEntry(entry: unknown, number: number): Suppression | Finding {
  const rule = member(entry, "rule");
  const keyPath = member(entry, "keyPath");
  const reason = member(entry, "reason");
  if (typeof rule !== "string" || rule.trim() === "") return voidEntry(`Entry ${number} names no rule.`);
  if (keyPath !== undefined && typeof keyPath !== "string")
    return voidEntry(`The keyPath of entry ${number} is no text.`);
  if (typeof reason !== "string" || reason.trim() === "") return withoutReason(rule, keyPath ?? null, number);
  return { rule, keyPath: keyPath ?? null, reason: reason.trim(), number };
}

/** Why an entry suppressed nothing: another one did, there is no such rule, or there is nothing left to suppress. */
function idle(
  suppression: Suppression,
  findings: readonly Finding[],
  knownRules: ReadonlySet<string>,
): Finding {
  const { rule, number } = suppression;
  if (findings.some((finding) => fits(suppression, finding))) {
    return about("suppression-twice", suppression, {
      title: `Two entries suppress ${rule} at one place.`,
      detail: `Entry ${number} suppresses only what another entry suppresses already.`,
      label: "Keep one of them",
    });
  }
  if (!knownRules.has(rule))
    return voidEntry(`There is no rule ${JSON.stringify(rule.slice(0, 60))} (entry ${number}).`);
  return about("suppression-unused", suppression, {
    title: `Nothing is left of ${rule} to suppress.`,
    detail: `Entry ${number} suppresses a finding that this profile does not have.`,
    label: "Take the entry out",
  });
}

function withoutReason(rule: string, keyPath: string | null, number: number): Finding {
  return about(
    "suppression-without-reason",
    { rule, keyPath, number },
    {
      title: `A suppression of ${rule.slice(0, 60)} gives no reason.`,
      detail: `Entry ${number} suppresses nothing until it says why.`,
      label: "Write down the reason",
    },
  );
}

function voidEntry(detail: string): Finding {
  return about(
    "suppression-void",
    { keyPath: null, number: 0 },
    {
      title: "A suppression is void.",
      detail,
      label: "Correct the file",
    },
  );
}

function about(
  rule: string,
  { keyPath, number }: Pick<Suppression, "keyPath" | "number"> & { readonly rule?: string },
  { title, detail, label }: Pick<Finding, "title" | "detail"> & { readonly label: string },
): Finding {
  return {
    rule,
    severity: "warning",
    certainty: "documented",
    title,
    detail,
    where: keyPath === null ? {} : { keyPath },
    fix: {
      label,
      steps: [
        number === 0 ? "Correct the suppression file." : `See entry ${number} of the suppression file.`,
      ],
    },
  };
}

/** Rules about suppressions, which no suppression can name. */
export const suppressionRules: readonly string[] = [
  "suppression-void",
  "suppression-unused",
  "suppression-without-reason",
  "suppression-twice",
];
