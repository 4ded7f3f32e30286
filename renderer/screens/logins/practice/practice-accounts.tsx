import { type ReactNode, useState } from "react";
import { Collection, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import type { PracticeAccount } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { usePractice, useRuns } from "../../../stores/context.ts";
import { secondFactorLine } from "./account-text.ts";
import { AccountsDialog, Hindrances } from "./accounts-dialog.tsx";

/** No user name has a blank in it. */
const showAll = "show all";

/** The invented people of the practice tenant; picking one fills in user name and password. */
export function PracticeAccounts({ isDisabled }: { readonly isDisabled: boolean }): ReactNode {
  const [isDialogOpen, setDialogOpen] = useState(false);
  const status = usePractice((state) => state.status);
  const refresh = usePractice((state) => state.refresh);
  const fill = useRuns((state) => state.fill);
  if (!status.running) {
    return null;
  }
  const { accounts } = status;
  const use = ({ username, password }: PracticeAccount) => {
    fill({ username, password });
    setDialogOpen(false);
  };
  return (
    <>
      <MenuTrigger
        onOpenChange={(isOpen) => {
          if (isOpen) {
            refresh();
          }
        }}
      >
        <Button isDisabled={isDisabled} aria-label="Pick a practice account">
          <Icon name="practice" size="small" /> Accounts <Icon name="up-down" size="small" />
        </Button>
        <Popover className="popover" offset={4}>
          <Menu
            onAction={(key) => {
              const account = accounts.find((candidate) => candidate.username === key);
              if (account !== undefined) {
                use(account);
              } else if (key === showAll) {
                setDialogOpen(true);
              }
            }}
          >
            <Collection items={accounts.map((account) => ({ id: account.username, account }))}>
              {({ id, account }) => (
                <MenuItem id={id} className="option" textValue={id}>
                  <span>
                    {id}
                    <span className="option-note">{account.note}</span>
                    <span className="option-note">{secondFactorLine(account)}</span>
                    <Hindrances account={account} />
                  </span>
                </MenuItem>
              )}
            </Collection>
            <Separator className="option-rule" />
            <MenuItem id={showAll} className="option" textValue="Show all accounts">
              Show all accounts…
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <AccountsDialog
        accounts={accounts}
        isOpen={isDialogOpen}
        onClose={() => setDialogOpen(false)}
        onUse={use}
      />
    </>
  );
}
