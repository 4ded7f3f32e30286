import type { LabelKind } from "./label-book.ts";
import type { MemberKind } from "./members.ts";

/** Replaces what names people, companies and machines; one for a whole report, so that labels mean the same everywhere. */
export type Mask = {
  /** Free text: everything known and everything that looks like an address, id or host is replaced in it. */
  readonly text: (text: string) => string;
  /** Text that a provider wrote: also what stands in quotation marks, where providers put names. */
  readonly providerText: (text: string) => string;
  /** A value that is of this kind as a whole. */
  readonly value: (kind: LabelKind, value: string) => string;
  readonly url: (address: string) => string;
  /** A claim, JSON member or form field. */
  readonly member: (kind: MemberKind, value: string) => string;
};

/** What stands where a value is left out without a label. */
export const hidden = "masked";
