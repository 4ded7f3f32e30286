import type { EachChoice, ExportChoice } from "../../main/core/export/export-choice.ts";
import type { RouteCheck } from "../../main/core/export/route-check.ts";
import type { KeptSignature } from "../../main/core/export/signature-list.ts";
import type { Finding } from "../../main/core/finding.ts";
import type { Problem } from "../../main/core/problem.ts";
import type { DiffLine } from "../../main/core/text/line-diff.ts";
import type { Call, Names, Nothing } from "./define.ts";
import type { FileHandle } from "./files.ts";
import type { ChangeView, PayloadView, SignatureView, SignerView } from "./profile.ts";

/** A signing identity that main knows under `id`; the private key never leaves main, or the keychain. */
export type IdentityView = SignerView & {
  readonly id: string;
  readonly label: string;
  /** What its file brought along; null for one of the keychain. */
  readonly file: {
    readonly chainLength: number;
    /** Who issued the end of the chain, where the file has no certificate of theirs. */
    readonly missingIssuer: string | null;
  } | null;
  /** Null for one from a file. */
  readonly keychain: {
    readonly sha1: string;
    readonly isExpired: boolean;
    /** What macOS holds against it beside its end, in a sentence. */
    readonly held: string | null;
  } | null;
  /** `expired 4 days ago`, `ends in 24 days`; null where it lasts longer than a month. */
  readonly ending: string | null;
};

/** What the keychain of this Mac can sign with. */
export type KeychainView = {
  /** Expired ones among them. */
  readonly identities: readonly IdentityView[];
  /** How many more there are whose certificates macOS does not hand out. */
  readonly unread: number;
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
  /**
   * Lines of the text that are another than in the file that is open, secrets replaced, with those around them; null in between for
   * what is the same. Null where there is no file to compare with, or too much differs.
   */
  readonly sourceChanges: readonly (DiffLine | null)[] | null;
  /** What was checked because of where it goes. */
  readonly checks: readonly RouteCheck[];
  /** What would keep people out of their Macs; then the name has to be typed. */
  readonly lockOut: readonly Finding[];
  readonly confirmName: string;
  /** Names that are suggested, without regard to a signature: one, or one for each domain. */
  readonly fileNames: readonly string[];
};

export type ExportedPayload = {
  readonly type: string | null;
  readonly domain: string | null;
  readonly form: PayloadView["form"];
  readonly identifier: string | null;
  /** How many settings it has at its top. */
  readonly settings: number;
};

/** What a signed profile's signature says, beside the file. */
export type CheckedSignature = {
  readonly fileName: string;
  readonly profileName: string | null;
  readonly status: SignatureView["status"];
  /** One sentence: why the status is what it is. */
  readonly why: string;
  readonly signers: readonly SignerView[];
  /** From the first signer upwards, as far as its issuers are known. */
  readonly chain: readonly {
    readonly subject: string;
    readonly notBefore: string;
    readonly notAfter: string;
  }[];
  /** As in {@link IdentityView}. */
  readonly ending: string | null;
  /** What it was compared with, and the settings that are another. */
  readonly original: {
    readonly name: string;
    readonly isSameBytes: boolean;
    readonly changes: readonly ChangeView[];
  } | null;
};

/** One file of the re-sign list. */
export type ReSignRow = {
  /** Null where the file is not signed, or could not be judged. */
  readonly signature: (SignatureView & Pick<CheckedSignature, "why">) | null;
  /** `expired 4 days ago`, `ends in 240 days`; null where nothing ends, or it is not known. */
  readonly ending: string | null;
  /** Its certificate ends within the time, or one of its chain has ended. */
  readonly signAgain: boolean;
  /** Why the file could not be judged. */
  readonly problem: Problem | null;
};

/** What a kept list says of a profile that is not among the files. */
export type KeptSignatureRow = KeptSignature & {
  /** As in {@link ReSignRow}. */
  readonly ending: string;
  readonly signAgain: boolean;
};

/** A file that was made: saved by the host, or to be taken. */
export type MadeFile = Pick<ExportView, "fileName" | "savedTo" | "download">;

export type ExportCalls = {
  /** Problems: `not-signed`, those of the files. */
  readonly "export.checkSignature": Call<
    { readonly file: FileHandle; readonly original: FileHandle | null },
    CheckedSignature
  >;
  /** Writes the profile out of a signature, byte for byte; null where nobody chose a place. */
  readonly "export.takeOffSignature": Call<{ readonly file: FileHandle }, MadeFile | null>;
  /** A row for each file, in their order; `days` is how far ahead is looked. */
  readonly "export.reSignList": Call<
    { readonly files: readonly FileHandle[]; readonly days: number },
    readonly ReSignRow[]
  >;
  /**
   * What a list that was kept in the folder says of profiles that are not `here`. Problem `signature-list-damaged`, and those of the file.
   */
  readonly "export.keptSignatures": Call<
    { readonly list: FileHandle; readonly here: readonly string[]; readonly days: number },
    readonly KeptSignatureRow[]
  >;
  /** Writes such a list; null where nobody chose a place. */
  readonly "export.keepSignatures": Call<{ readonly signatures: readonly KeptSignature[] }, MadeFile | null>;
  /** Signs what a signed file holds anew, byte for byte; null where nobody chose a place. Problem `signature-broken` and others. */
  readonly "export.signAgain": Call<
    { readonly file: FileHandle; readonly identityId: string },
    ExportView | null
  >;
  /** Only with `canSignWithKeychain`. Problems: `keychain-not-here`, `keychain-failed`. */
  readonly "export.keychain": Call<Nothing, KeychainView>;
  readonly "export.unlockP12": Call<{ readonly file: FileHandle; readonly passphrase: string }, IdentityView>;
  /** `key` is null where the private key is in the file of the certificate. */
  readonly "export.unlockPem": Call<
    {
      readonly certificate: FileHandle;
      readonly key: FileHandle | null;
      /** Issuers that the certificate's file lacks, as `.p7b`, `.p7c` or PEM. */
      readonly chain: FileHandle | null;
      readonly passphrase: string;
    },
    IdentityView
  >;
  readonly "export.preview": Call<ExportChoice, ExportPreview>;
  /** Every domain by itself. */
  readonly "export.previewEach": Call<EachChoice, ExportPreview>;
  /** Writes every domain by itself into one archive; as `export.save`. */
  readonly "export.saveEach": Call<
    EachChoice & { readonly identityId: string | null; readonly confirmedName: string | null },
    ExportView | null
  >;
  /** `confirmedName` was typed for a profile that can keep people out; problem `lock-out` where it was not and is needed. */
  readonly "export.save": Call<
    ExportChoice & { readonly identityId: string | null; readonly confirmedName: string | null },
    ExportView | null
  >;
};

export const exportCalls: Names<ExportCalls> = {
  "export.checkSignature": true,
  "export.takeOffSignature": true,
  "export.reSignList": true,
  "export.keptSignatures": true,
  "export.keepSignatures": true,
  "export.signAgain": true,
  "export.keychain": true,
  "export.unlockP12": true,
  "export.unlockPem": true,
  "export.preview": true,
  "export.previewEach": true,
  "export.saveEach": true,
  "export.save": true,
};
