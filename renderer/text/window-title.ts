type Place = {
  /** Title of the screen that is shown; null before a document is open. */
  readonly screen: string | null;
  readonly profile: string | null;
  readonly isPractice: boolean;
  /** Has changes that are in no file. */
  readonly isUnsaved?: boolean;
};

/**
 * Title of the window, and of the tab in a browser: what is shown, and whose it is. Practice comes before the name of
 * the profile, because nobody must take it for the real tenant.
 */
export function windowTitle({ screen, profile, isPractice, isUnsaved = false }: Place): string {
  const name = profile !== null && isUnsaved ? `${profile} (edited)` : profile;
  const whose = isPractice ? "Practice" : name;
  return [screen ?? (isPractice ? "Start" : null), whose, "Latchkey"]
    .filter((part) => part !== null)
    .join(" – ");
}
