/** What stands in a text where a value belongs. */
export type Placeholder = {
  /** As it stands there, for example `[YOUR TENANT UUID]`. */
  readonly text: string;
  /** Somebody has to type the value, or a tool that hands the profile on is meant to put it in. */
  readonly filledBy: "person" | "tool";
};

/** Marks that delivery tools replace: `${…}`, `{{…}}`, `$FLEET_SECRET_…`, `$FLEET_VAR_…`, `%HardwareUUID%` and its kind stay out. */
const TOOL = /\$\{[^{}]{1,100}\}|\{\{[^{}]{1,100}\}\}|\$FLEET_(?:SECRET|VAR)_[A-Z0-9_]{1,100}/u;

/** What templates and manuals ask a person to replace. Each takes up the whole text or stands in marks of its own. */
const PERSON: readonly RegExp[] = [
  /\[[^[\]]{0,100}\b(?:your|enter|insert|paste|replace|the|id|uuid|guid|url|tenant|client|name)\b[^[\]]{0,100}\]/iu,
  /<[^<>]{0,100}\b(?:your|enter|insert|paste|replace|id|uuid|guid|url|tenant|client|name|domain)\b[^<>]{0,100}>/iu,
  /^\[[A-Z][A-Z0-9 _.:/-]{2,100}\]$/u,
  /^(?:enter|insert|paste|replace)[ _-](?:your|the|with|me|this)\b.{0,100}$/iu,
  /\b(?:your|my)[_-](?:[a-z]{2,20}[_-])*(?:id|uuid|guid|tenant|client|secret|url|domain|app|key|value|here)\b/iu,
  /\bYOUR[A-Z_]{2,40}\b/u,
  /\b(?:REPLACE|CHANGE)[_-]?(?:ME|THIS)\b/iu,
  /^x{8}-x{4}-x{4}-x{4}-x{12}$/iu,
];

/** What every placeholder has one of: most texts have none, and are not looked at any further. */
const CANDIDATE = /[[<{$]|your|my[_-]|enter|insert|paste|replace|change|xxxx/iu;

/** The first placeholder in a text; null where it has none. Linear: every part of the patterns is bounded. */
export function findPlaceholder(text: string): Placeholder | null {
  if (!CANDIDATE.test(text)) return null;
  const tool = TOOL.exec(text);
  if (tool !== null) return { text: tool[0], filledBy: "tool" };
  for (const pattern of PERSON) {
    const found = pattern.exec(text);
    if (found !== null) return { text: found[0], filledBy: "person" };
  }
  return null;
}
