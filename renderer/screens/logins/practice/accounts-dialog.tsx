import type { ReactNode } from "react";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "react-aria-components";
import type { PracticeAccount } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { CopyButton } from "../../../components/copy-button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Tag } from "../../../components/tag.tsx";
import { hindranceLabels, secondFactorWord } from "./account-text.ts";

type AccountsDialogProps = {
  readonly accounts: readonly PracticeAccount[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Fills in the form of the Test screen. */
  readonly onUse: (account: PracticeAccount) => void;
};

/** The invented people with everything that the practice sign-in page asks for. */
export function AccountsDialog({ accounts, isOpen, onClose, onUse }: AccountsDialogProps): ReactNode {
  return (
    <Dialog
      title="Practice accounts"
      size="wide"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <span className="grow note quiet">All of them are invented, so everything may be shown.</span>
          <Button look={["primary"]} onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <Table aria-label="Practice accounts" className="accounts-table">
        <TableHeader>
          <Column isRowHeader>Account</Column>
          <Column>Password</Column>
          <Column>Second factor</Column>
          <Column>
            <span className="visually-hidden">Use</span>
          </Column>
        </TableHeader>
        <TableBody items={accounts.map((account) => ({ id: account.username, account }))}>
          {({ id, account }) => (
            <Row id={id}>
              <Cell>
                <Person account={account} />
              </Cell>
              <Cell>
                <Copied value={account.password} label={`Copy the password of ${id}`} />
              </Cell>
              <Cell>
                <span className="accounts-method">{secondFactorWord(account)}</span>
                {account.mfa !== null && <Copied value={account.mfa.code} label={`Copy the code of ${id}`} />}
              </Cell>
              <Cell>
                <Button look={["small"]} aria-label={`Use ${id}`} onPress={() => onUse(account)}>
                  Use
                </Button>
              </Cell>
            </Row>
          )}
        </TableBody>
      </Table>
    </Dialog>
  );
}

function Person({ account }: { readonly account: PracticeAccount }): ReactNode {
  return (
    <>
      <b>{account.displayName}</b>
      <span className="accounts-name">
        <code>{account.username}</code>
        <CopyButton text={account.username} label={`Copy the user name ${account.username}`} />
      </span>
      <span className="option-note">{account.note}</span>
      <Hindrances account={account} />
    </>
  );
}

/** Labels for what keeps an account from signing in. */
export function Hindrances({ account }: { readonly account: PracticeAccount }): ReactNode {
  const labels = hindranceLabels(account);
  return labels.length === 0 ? null : (
    <span className="accounts-hindrances">
      {labels.map(({ word, tone }) => (
        <Tag key={word} tone={tone}>
          {word}
        </Tag>
      ))}
    </span>
  );
}

function Copied({ value, label }: { readonly value: string; readonly label: string }): ReactNode {
  return value === "" ? (
    <span className="faint">None</span>
  ) : (
    <span className="accounts-name">
      <code>{value}</code>
      <CopyButton text={value} label={label} />
    </span>
  );
}
