import type { ExportChoice } from "../../main/core/export/export-choice.ts";
import type { RouteCheck } from "../../main/core/export/route-check.ts";
import type { Finding } from "../../main/core/finding.ts";
import type { Call, Names } from "./define.ts";
import type { FileHandle } from "./files.ts";
import type { ChangeView, PayloadView, SignatureView, SignerView } from "./profile.ts";

/** A signing identity that main holds in memory under `id`; the private key never leaves main. */
export type IdentityView = SignerView & {
  readonly id: string;
  readonly label: string;
  readonly chainLength: number;
  /** Who issued the end of the chain, where the file has no certificate of theirs. */
  readonly missingIssuer: string | null;
  /** `expired 4 days ago`, `ends in 24 days`; null where it lasts longer than a month. */
  readonly ending: string | null;
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

/** What an export would write. */
export type ExportPreview = {
  /** Its text, secrets replaced. */
  readonly source: string;
  readonly payloads: readonly ExportedPayload[];
  /** Settings that are another than in the file that is open; null where no file has it. */
  readonly changes: readonly ChangeView[] | null;
  /** What was checked because of where it goes. */
  readonly checks: readonly RouteCheck[];
  /** What would keep people out of their Macs; then the name has to be typed. */
  readonly lockOut: readonly Finding[];
  readonly confirmName: string;
};

export type ExportedPayload = {
  readonly type: string | null;
  readonly domain: string | null;
  readonly form: PayloadView["form"];
  readonly identifier: string | null;
  /** How many settings it has at its top. */
  readonly settings: number;
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
  readonly "export.preview": Call<ExportChoice, ExportPreview>;
  /** `confirmedName` was typed for a profile that can keep people out; problem `lock-out` where it was not and is needed. */
  readonly "export.save": Call<
    ExportChoice & { readonly identityId: string | null; readonly confirmedName: string | null },
    ExportView | null
  >;
};

export const exportCalls: Names<ExportCalls> = {
  "export.unlockP12": true,
  "export.unlockPem": true,
  "export.preview": true,
  "export.save": true,
};
