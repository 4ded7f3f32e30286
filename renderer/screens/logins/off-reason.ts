/** What the tests wait for. */
export type Waiting = {
  readonly isStarting: boolean;
  readonly hasName: boolean;
  readonly hasPassword: boolean;
};

/** What the password check waits for, in words; null where it can start. */
export function missingForCheck({
  hasName,
  hasPassword,
}: Pick<Waiting, "hasName" | "hasPassword">): string | null {
  if (!hasName && !hasPassword) return "a user name and a password";
  if (!hasName) return "a user name";
  return hasPassword ? null : "a password";
}

/** Why test buttons in the tool bar are off, in a sentence for each reason; empty where all are on. */
export function offReasons(waiting: Waiting): readonly string[] {
  const missing = missingForCheck(waiting);
  return [
    ...(waiting.isStarting ? ["A test is starting."] : []),
    ...(missing === null ? [] : [`Test ROPG and Test both need ${missing}.`]),
  ];
}
