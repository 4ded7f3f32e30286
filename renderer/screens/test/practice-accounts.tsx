import type { ReactNode } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { usePractice, useRuns } from "../../app/context.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";

/** The invented people of the practice tenant; picking one fills in user name and password. */
export function PracticeAccounts({ isDisabled }: { readonly isDisabled: boolean }): ReactNode {
  const status = usePractice((state) => state.status);
  const fill = useRuns((state) => state.fill);
  if (!status.running) {
    return null;
  }
  return (
    <MenuTrigger>
      <Button isDisabled={isDisabled} aria-label="Pick a practice account">
        <Icon name="practice" size="small" /> Accounts <Icon name="up-down" size="small" />
      </Button>
      <Popover className="popover" offset={4}>
        <Menu
          items={status.accounts.map((account) => ({ id: account.username, account }))}
          onAction={(key) => {
            const account = status.accounts.find((candidate) => candidate.username === key);
            if (account !== undefined) {
              fill({ username: account.username, password: account.password });
            }
          }}
        >
          {({ id, account }) => (
            <MenuItem id={id} className="option" textValue={id}>
              <span>
                {id}
                <span className="option-note">{account.note}</span>
              </span>
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
