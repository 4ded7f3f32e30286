import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { ConditionalAccessAnswer, PolicyAnswer } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { Tag } from "../../components/tag.tsx";
import { cellTone } from "./cell-tone.ts";

type PolicyMatrixProps = { readonly answer: ConditionalAccessAnswer; readonly showsAll: boolean };

/** One policy with its part in each sign-in; null where the profile has no settings for one. */
type Row = { readonly login: PolicyAnswer | null; readonly check: PolicyAnswer | null };

/** Policies by sign-ins: what each does, and opened, why. */
export function PolicyMatrix({ answer, showsAll }: PolicyMatrixProps): ReactNode {
  const all = rowsOf(answer);
  const rows = showsAll ? all : all.filter(({ login, check }) => mayApply(login) || mayApply(check));
  if (rows.length === 0) {
    return <p className="quiet">None of the policies applies to either sign-in.</p>;
  }
  return (
    <table className="policy-matrix">
      <thead>
        <tr>
          <th scope="col">Policy</th>
          <th scope="col">
            <Icon name="login-window" size="small" /> Login window
          </th>
          <th scope="col">
            <Icon name="password-check" size="small" /> Password check
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PolicyRow key={row.login?.id ?? row.check?.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function rowsOf({ signIns }: ConditionalAccessAnswer): readonly Row[] {
  const of = (id: "login-window" | "password-check") =>
    signIns.find((signIn) => signIn.id === id)?.policies ?? [];
  const [login, check] = [of("login-window"), of("password-check")];
  // Both lists hold every policy in the same order.
  return (login.length > 0 ? login : check).map((_policy, index) => ({
    login: login[index] ?? null,
    check: check[index] ?? null,
  }));
}

function mayApply(policy: PolicyAnswer | null): boolean {
  return policy !== null && policy.applies !== "no";
}

function PolicyRow({ row }: { readonly row: Row }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const policy = row.login ?? row.check;
  if (policy === null) {
    return null;
  }
  return (
    <>
      <tr>
        <th scope="row">
          <Button className="policy-name" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            <Icon name={isOpen ? "down" : "right"} size="small" />
            <span>
              {policy.displayName}
              <span className="policy-targets">{policy.targets}</span>
            </span>
          </Button>
        </th>
        <Cell policy={row.login} />
        <Cell policy={row.check} />
      </tr>
      {isOpen && (
        <tr className="policy-reasons">
          <td colSpan={3}>
            <Reasons title="Login window" policy={row.login} />
            <Reasons title="Password check" policy={row.check} />
          </td>
        </tr>
      )}
    </>
  );
}

function Cell({ policy }: { readonly policy: PolicyAnswer | null }): ReactNode {
  if (policy === null) {
    return <td className="faint">not set up</td>;
  }
  const { word, tone, icon } = cellTone(policy);
  return (
    <td>
      <Tag {...(tone === null ? {} : { tone })}>
        {icon !== null && <Icon name={icon} size="small" />} {word}
      </Tag>
    </td>
  );
}

function Reasons({
  title,
  policy,
}: {
  readonly title: string;
  readonly policy: PolicyAnswer | null;
}): ReactNode {
  if (policy === null) {
    return null;
  }
  return (
    <p className="note">
      <b>{title}.</b> <span className="quiet">{policy.because.join(" ")}</span>
    </p>
  );
}
