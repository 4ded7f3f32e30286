import type { Call, Names } from "./define.ts";
import type { FileHandle } from "./files.ts";
import type { SignatureView, SignerView } from "./profile.ts";

/** A signing identity that main holds in memory under `id`; the private key never leaves main. */
export type IdentityView = SignerView & {
  readonly id: string;
  readonly label: string;
  readonly chainLength: number;
};

export type ExportView = {
  readonly fileName: string;
  /** Path where the host saved it; null when the page has to take `download`. */
  readonly savedTo: string | null;
  readonly download: FileHandle | null;
  readonly bytes: number;
  readonly signature: SignatureView | null;
  readonly checks: readonly { readonly title: string; readonly detail: string }[];
};

/** `custom-settings` is a profile whose payloads are managed preferences, which Jamf Pro keeps editable. */
export type ExportForm = {
  readonly form: "mobileconfig" | "custom-settings" | "plist";
  readonly domain: string | null;
};

export type ExportCalls = {
  readonly "export.unlockP12": Call<{ readonly file: FileHandle; readonly passphrase: string }, IdentityView>;
  /** `key` is null where the private key is in the file of the certificate. */
  readonly "export.unlockPem": Call<
    {
      readonly certificate: FileHandle;
      readonly key: FileHandle | null;
      readonly passphrase: string;
    },
    IdentityView
  >;
  /** The text that an export would hold, secrets replaced. */
  readonly "export.preview": Call<ExportForm, { readonly source: string }>;
  readonly "export.save": Call<ExportForm & { readonly identityId: string | null }, ExportView | null>;
};

export const exportCalls: Names<ExportCalls> = {
  "export.unlockP12": true,
  "export.unlockPem": true,
  "export.preview": true,
  "export.save": true,
};
