import type { AccountPreview } from "../../../../preload/contract.ts";

const fields = [
  { id: "shortName", word: "short name" },
  { id: "fullName", word: "full name" },
  { id: "role", word: "role" },
] as const;

/** What a claim decided about the account on the Mac, in words: `short name`, `full name`, `role`. */
export function decidedBy(account: AccountPreview | null, claim: string): readonly string[] {
  return account === null
    ? []
    : fields.filter(({ id }) => account.decidedBy[id].includes(claim)).map(({ word }) => word);
}
