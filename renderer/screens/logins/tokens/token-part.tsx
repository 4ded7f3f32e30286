import type { ReactNode } from "react";
import type { AccountPreview, ClaimCatalogue, TokenReport } from "../../../../preload/contract.ts";
import { CopyButton } from "../../../components/copy-button.tsx";
import { Tag } from "../../../components/tag.tsx";
import { ClaimsTable } from "./claims-table.tsx";
import { decidedBy } from "./deciding-claims.ts";
import { checkCounts, TokenChecks } from "./token-checks.tsx";

const signatureText = {
  valid: { tone: "ok", word: "Signature valid" },
  invalid: { tone: "err", word: "Signature invalid" },
  unchecked: { tone: "mute", word: "Signature not checked" },
} as const;

type TokenPartProps = {
  readonly title: string;
  /** Tells the tokens of two sign-ins on one page apart: `of the login`. */
  readonly whose: string | undefined;
  readonly token: TokenReport;
  readonly catalogue: ClaimCatalogue | null;
  /** The account that was made of this token; null where it was not made of this one. */
  readonly account: AccountPreview | null;
};

/** One token: its signature, every check, every claim. */
export function TokenPart({ title, whose, token, catalogue, account }: TokenPartProps): ReactNode {
  const signature = signatureText[token.signature];
  const name = whose === undefined ? title : `${title} ${whose}`;
  const Heading = whose === undefined ? "h3" : "h4";
  return (
    <section className="token-part" aria-label={name}>
      <div className="token-head">
        <Heading>{title}</Heading>
        <Tag tone={signature.tone}>{signature.word}</Tag>
        <span className="small faint">{checkCounts(token.checks)}</span>
        <CopyButton text={JSON.stringify(token.claims, null, 2)} label={`Copy the claims of the ${name}`} />
      </div>
      <TokenChecks checks={token.checks} label={`Checks of the ${name}`} />
      <ClaimsTable
        caption="Claims"
        values={token.claims}
        known={catalogue?.claims ?? null}
        decidedBy={(claim) => decidedBy(account, claim)}
      />
      <ClaimsTable
        caption="Header"
        values={token.header}
        known={catalogue?.header ?? null}
        decidedBy={() => []}
      />
    </section>
  );
}
