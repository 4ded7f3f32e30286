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
  const facts = [...new Set([...old.keys(), ...now.keys()])].flatMap((place) =>
    settingFact(old.get(place), now.get(place)),
  );
  const same = before.profileFingerprint === after.profileFingerprint && facts.length === 0;
  return { profile: same ? "unchanged" : "changed", facts };
}

function byPlace(lines: readonly SettingLine[]): ReadonlyMap<string, SettingLine> {
  return new Map(lines.map((line) => [JSON.stringify([line.domain, line.keyPath]), line]));
}

function settingFact(a: SettingLine | undefined, b: SettingLine | undefined): readonly Fact[] {
  const line = b ?? a;
  if (line === undefined) return [];
  if (a !== undefined && b !== undefined && !differs(a, b)) return [];
  const secret = line.kind === "secret";
  const show = (side: SettingLine | undefined, word: string) =>
    side === undefined ? "not set" : secret ? word : side.value;
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
