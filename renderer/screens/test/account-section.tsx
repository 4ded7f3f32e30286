import { Fragment, type ReactNode } from "react";
import type { AccountPreview } from "../../../preload/contract.ts";
import { Section } from "../../components/tool-bar.tsx";

type AccountSectionProps = { readonly account: AccountPreview | null; readonly aside: string };

/** The account that Jamf Connect would create on the Mac, and which claim or key decided each part. */
export function AccountSection({ account, aside }: AccountSectionProps): ReactNode {
  if (account === null) {
    return (
      <Section title="Account on the Mac">
        <p className="note quiet">No token came back, so there is nothing to form an account from.</p>
      </Section>
    );
  }
  const rows = [
    ["Short name", account.shortName, account.because["shortName"]],
    ["Full name", account.fullName, account.because["fullName"]],
    ["Role", account.role === "admin" ? "Admin" : "Standard", account.because["role"]],
  ] as const;
  return (
    <Section title="Account on the Mac" aside={aside}>
      <dl className="facts">
        {rows.map(([name, value, because]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{value}</b> {because !== undefined && <span className="faint">{because}</span>}
            </dd>
          </Fragment>
        ))}
      </dl>
    </Section>
  );
}
