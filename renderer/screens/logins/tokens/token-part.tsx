import type { ReactNode } from "react";
import { Button, Disclosure, DisclosurePanel } from "react-aria-components";
import type { AccountPreview, ClaimCatalogue, TokenReport } from "../../../../preload/contract.ts";
import { CopyButton } from "../../../components/copy-button.tsx";
import { Icon } from "../../../components/icon.tsx";
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
  /** Tells the tokens of two sign-ins on one page apart: `of the login window`. */
  readonly whose: string | undefined;
  readonly token: TokenReport;
  readonly catalogue: ClaimCatalogue | null;
  /** The account that was made of this token; null where it was not made of this one. */
  readonly account: AccountPreview | null;
};

/** One token: its signature, every check (closed while none has failed), every claim. */
export function TokenPart({ title, whose, token, catalogue, account }: TokenPartProps): ReactNode {
  const signature = signatureText[token.signature];
  const name = whose === undefined ? title : `${title} ${whose}`;
  const hasFailed = token.checks.some(({ outcome }) => outcome === "failed");
  return (
    <section className="token-part" aria-label={name}>
      <div className="token-head">
        <h3>{name}</h3>
        <Tag tone={signature.tone}>{signature.word}</Tag>
        <CopyButton text={JSON.stringify(token.claims, null, 2)} label={`Copy the claims of the ${name}`}>
          Copy claims
        </CopyButton>
      </div>
      {token.checks.length === 0 ? (
        <TokenChecks checks={token.checks} label={`Checks of the ${name}`} />
      ) : (
        <Disclosure className="token-checks-part" defaultExpanded={hasFailed}>
          <Button slot="trigger" className="exchange-headers-button">
            <Icon name="right" size="small" /> Checks: {checkCounts(token.checks)}
            <span className="visually-hidden">, of the {name}</span>
          </Button>
          <DisclosurePanel>
            <TokenChecks checks={token.checks} label={`Checks of the ${name}`} />
          </DisclosurePanel>
        </Disclosure>
      )}
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
