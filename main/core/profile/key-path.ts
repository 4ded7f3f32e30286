import type { KeyPath } from "./patch.ts";

/** `IdPSettings.ROPGID`, `Actions[0].Name`: a path as findings and the catalogue write it. */
export function writeKeyPath(path: KeyPath): string {
  return path.reduce<string>(keyPathBelow, "");
}

/** The same, one step below a path that is written already. */
export function keyPathBelow(keyPath: string, step: string | number): string {
  if (typeof step === "number") return `${keyPath}[${step}]`;
  return keyPath === "" ? step : `${keyPath}.${step}`;
}
