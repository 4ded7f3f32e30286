/** Profiles: reading, describing, changing, comparing and writing them, and the settings that a test login takes. */
export { applyPatch, type Patched, withRoot } from "./apply-patch.ts";
export { compareProfiles, type SettingChange } from "./compare.ts";
export {
  type DescribedHead,
  type DescribedLicense,
  type DescribedPayload,
  type DescribedProfile,
  describeProfile,
} from "./describe.ts";
export { type DisagreeingKey, disagreeingKeys } from "./disagreeing-keys.ts";
export { type ProfileDocument, profileFromTypedJson, type ReadOptions, readProfile } from "./document.ts";
export { type LeftOut, leaveOutSecrets, leftOutIn } from "./leave-out.ts";
export { hasSecret, maskedJson, maskedText } from "./masked-json.ts";
export { listPayloads, type Payload, type PayloadForm, payloadValues } from "./payloads.ts";
export { type DumpedProfiles, profilesOfDump } from "./profiles-dump.ts";
export { type SettingsUse, testSettings } from "./read-settings.ts";
export { profileRemarks } from "./remarks.ts";
export type { WrapForm } from "./rewrap.ts";
export { isSecretJson, isSecretName, isSecretSetting } from "./secret-setting.ts";
export { type MaskedDocument, maskSecrets } from "./source/mask-secrets.ts";
export { type SourceEdit, takeSource } from "./source/take-source.ts";
export { withoutTypedSecrets } from "./source/without-typed-secrets.ts";
export { shapeProfile, type WriteOptions, writeProfile, writeSource } from "./write.ts";
