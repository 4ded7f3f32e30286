import { describeKey } from "../keys/index.ts";
import type { Fact } from "./compare-results.ts";
import type { RunRecord, SettingLine } from "./run-record.ts";

export type SettingsComparison = {
  /** `changed` also where only masked values differ, which then have no fact. */
  readonly profile: "unchanged" | "changed";
  readonly facts: readonly Fact[];
};

/** Which settings differ between two runs. Labels of a kept run equal nothing, so they are left out of the facts. */
export function compareSettings(before: RunRecord, after: RunRecord): SettingsComparison {
  const old = byPlace(before.settings);
  const now = byPlace(after.settings);
  const placesCompare = !before.masked && !after.masked;
  const facts = [...new Set([...old.keys(), ...now.keys()])].flatMap((place) => {
    const [a, b] = [old.get(place), now.get(place)];
    return placesCompare || isFound(a, b) ? settingFact(a, b) : [];
  });
  const same = before.profileFingerprint === after.profileFingerprint && facts.length === 0;
  return { profile: same ? "unchanged" : "changed", facts };
}

function byPlace(lines: readonly SettingLine[]): ReadonlyMap<string, SettingLine> {
  return new Map(lines.map((line) => [JSON.stringify([line.domain, line.keyPath]), line]));
}

/** Masking renames domains and keys that the catalogue does not know: one that only one run has proves nothing there. */
function isFound(a: SettingLine | undefined, b: SettingLine | undefined): boolean {
  const line = a ?? b;
  if (line === undefined || (a !== undefined && b !== undefined)) return true;
  return describeKey(line.domain ?? "", line.keyPath) !== null;
}

function settingFact(a: SettingLine | undefined, b: SettingLine | undefined): readonly Fact[] {
  const line = b ?? a;
  if (line === undefined) return [];
  if (a !== undefined && b !== undefined && !differs(a, b)) return [];
  const secret = line.kind === "secret";
  const show = (side: SettingLine | undefined, word: string) => {
    if (side === undefined) return "not set";
    if (secret) return word;
    return side.kind === "masked" ? "set, masked" : side.value;
  };
  return [
    {
      topic: "setting",
      signIn: null,
      subject: line.keyPath,
      before: show(a, "a secret"),
      after: show(b, a === undefined ? "a secret" : "another secret"),
    },
  ];
}

function differs(a: SettingLine, b: SettingLine): boolean {
  if (a.kind === "masked" || b.kind === "masked") return false;
  // A kept run has no mark for its secrets: whether they are the same is not known.
  if (a.kind === "secret" && b.kind === "secret" && (a.value === "" || b.value === "")) return false;
  return a.kind !== b.kind || a.value !== b.value;
}
