/** What stands in a text where a value belongs. */
export type Placeholder = {
  /** As it stands there, for example `[YOUR TENANT UUID]`. */
  readonly text: string;
  /** Somebody has to type the value, or a tool that hands the profile on is meant to put it in. */
  readonly filledBy: "person" | "tool";
};

/** Marks that delivery tools replace: `${…}`, `{{…}}`, `$FLEET_SECRET_…`, `$FLEET_VAR_…`, `%HardwareUUID%` and its kind stay out. */
const TOOL = /\$\{[^{}]{1,100}\}|\{\{[^{}]{1,100}\}\}|\$FLEET_(?:SECRET|VAR)_[A-Z0-9_]{1,100}/u;

/** Marks that mean nothing else in any text, not even in one that people read. */
const UNMISTAKABLE: readonly RegExp[] = [
  /\bYOUR_[A-Z_]{2,40}\b/u,
  /\bYOUR(?:TENANT|CLIENT|DOMAIN|COMPANY|ORGANI[SZ]ATION|ORG|APP|SECRET)[A-Z_]{0,40}\b/u,
  /\bYOUR (?:[A-Z]{1,20} ){1,4}HERE\b/u,
  /(?<![\w-])(?:REPLACE|CHANGE)[_-]?(?:ME|THIS)(?![\w-])/iu,
];

/**
 * What templates and manuals ask a person to replace, in the place of a value. Each stands in marks of its own, or takes up the whole
 * text or a whole part of an address: `my-app` is a name that somebody may have given, and so is `grow-your-app.example`.
 */
const IN_PLACE_OF_A_VALUE: readonly RegExp[] = [
  /\[[^[\]]{0,100}\b(?:your|enter|insert|paste|replace)\b[^[\]]{0,100}\]/iu,
  /^\[[^[\]]{0,100}\b(?:id|uuid|guid|url|tenant|client|name)\b[^[\]]{0,100}\]$/iu,
  // Twice the mark is one that Jamf Connect itself fills in: <<shortname>>.
  /(?<!<)<[a-z0-9 _-]{0,100}\b(?:your|enter|insert|paste|replace|id|uuid|guid|url|tenant|client|name|domain)\b[a-z0-9 _-]{0,100}>(?!>)/iu,
  /^\[[A-Z][A-Z0-9 _.:/-]{2,100}\]$/u,
  /^(?:enter|insert|paste|replace)[ _-](?:your|the|with|me|this)\b.{0,100}$/iu,
  /^(?:enter|insert|paste|put)[ _-](?:[a-z]{1,20}[ _-]){1,5}here$/iu,
  /(?<![\w.-])your[_-](?:[a-z]{2,20}[_-]){0,4}(?:id|uuid|guid|tenant|client|secret|url|domain|value|here)(?![\w-])/iu,
  /^x{8}-x{4}-x{4}-x{4}-x{12}$/iu,
];

/** What every placeholder has one of: most texts have none, and are not looked at any further. */
const CANDIDATE = /[[<{$]|your|here$|enter|insert|paste|replace|change|xxxx/iu;

/**
 * The first placeholder in a text; null where it has none. Linear: every part of the patterns is bounded.
 *
 * @param isProse the text is written for people: it may ask them to enter something, and only what means nothing else counts
 */
export function findPlaceholder(text: string, isProse = false): Placeholder | null {
  if (!CANDIDATE.test(text)) return null;
  const tool = TOOL.exec(text);
  if (tool !== null) return { text: tool[0], filledBy: "tool" };
  for (const pattern of isProse ? UNMISTAKABLE : [...UNMISTAKABLE, ...IN_PLACE_OF_A_VALUE]) {
    const found = pattern.exec(text);
    if (found !== null) return { text: found[0], filledBy: "person" };
  }
  return null;
}
