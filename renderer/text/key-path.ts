import type { KeyPath } from "../../preload/contract.ts";

/** `IdPSettings.ROPGID`, `Actions[0].Name`: a path as findings and the catalogue write it. */
export function writeKeyPath(path: KeyPath): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}
