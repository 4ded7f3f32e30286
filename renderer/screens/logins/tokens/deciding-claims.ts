import type { AccountPreview } from "../../../../preload/contract.ts";

const fields = [
  { id: "shortName", word: "Short name" },
  { id: "fullName", word: "Full name" },
  { id: "role", word: "Role" },
] as const;

/** What a claim decided about the account on the Mac, as it came out: `Short name: robin`, `Role: standard`. */
export function decidedBy(account: AccountPreview | null, claim: string): readonly string[] {
  return account === null
    ? []
    : fields
        .filter(({ id }) => account.decidedBy[id].includes(claim))
        .map(({ id, word }) => `${word}: ${account[id]}`);
}
