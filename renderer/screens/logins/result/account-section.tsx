import { Fragment, type ReactNode } from "react";
import type { AccountPreview, LoginResult } from "../../../../preload/contract.ts";
import { Section } from "../../../components/tool-bar.tsx";
import { useRuns } from "../../../stores/context.ts";
import type { Run } from "../../../stores/run.ts";
import { formatClock } from "../../../text/time.ts";
import { newestAccount } from "./newest-account.ts";

type AccountSectionProps = {
  readonly result: Pick<LoginResult, "account" | "tokens">;
  /** Which run the account is from. */
  readonly aside: string;
  /** The run that the answer is of. */
  readonly run: Pick<Run, "practice" | "username" | "host">;
};

/**
 * The account that Jamf Connect would create on the Mac, and which claim or key decided each part. An answer without one is
 * shown beside that of the newest login of the same person with this profile.
 */
export function AccountSection({ result, aside, run }: AccountSectionProps): ReactNode {
  const runs = useRuns((state) => state.runs);
  if (result.account !== null) {
    return (
      <Section title="Account on the Mac" aside={aside}>
        <AccountFacts account={result.account} />
      </Section>
    );
  }
  const known = newestAccount(Object.values(runs), run);
  if (known !== null) {
    return (
      <Section title="Account on the Mac" aside={`from the login at ${formatClock(known.startedAt)}`}>
        <AccountFacts account={known.account} />
      </Section>
    );
  }
  const hasTokens = result.tokens.id !== undefined || result.tokens.access !== undefined;
  return (
    <Section title="Account on the Mac">
      <p className="note quiet">
        {hasTokens
          ? "The tokens that came back form no account: a check failed, or no claim names the person."
          : "No token came back, so there is nothing to form an account from. A login shows it."}
      </p>
    </Section>
  );
}

function AccountFacts({ account }: { readonly account: AccountPreview }): ReactNode {
  const rows = [
    ["Short name", account.shortName, account.because["shortName"]],
    ["Full name", account.fullName, account.because["fullName"]],
    ["Role", account.role === "admin" ? "Admin" : "Standard", account.because["role"]],
  ] as const;
  return (
    <dl className="facts">
      {rows.map(([name, value, because]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{value}</b>
            {because !== undefined && <span className="faint facts-reason">{because}</span>}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
