import { type License, readLicenseValue } from "../license/index.ts";
import type { Result } from "../problem.ts";
import { findPlaceholder } from "../text/placeholder.ts";
import type { LintSetting, LintSubject } from "./subject.ts";

/** A license in a profile, or why it cannot be read. */
export type FoundLicense = { readonly setting: LintSetting; readonly license: Result<License> };

/** Every license in a document. One that a delivery tool puts in later is none yet. */
export function* licensesIn({ settings }: LintSubject): Iterable<FoundLicense> {
  for (const setting of settings) {
    if (setting.key?.format !== "license") continue;
    const { value } = setting;
    if (value.kind === "string" && findPlaceholder(value.value) !== null) continue;
    const license = readLicenseValue(value);
    if (license.ok || license.problem.code !== "license-placeholder") yield { setting, license };
  }
}
