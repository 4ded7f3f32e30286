import type { ReactNode } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Icon } from "../../components/icon.tsx";
import { useSignIns } from "../../stores/context.ts";
import type { ColumnId } from "../../stores/sign-in-columns.ts";
import { allColumns, useShownColumns } from "./columns.tsx";

/** Which columns the table shows; the time always stands there. */
export function ColumnMenu(): ReactNode {
  const { ids: shown, usual } = useShownColumns();
  const setColumns = useSignIns((state) => state.setColumns);
  // The usual ones, chosen again, are nobody's choice.
  const choose = (ids: readonly ColumnId[]) =>
    setColumns(ids.length === usual.length && usual.every((id) => ids.includes(id)) ? null : ids);
  return (
    <MenuTrigger>
      <Button className="button button-small signs-chip signs-columns">
        Columns <Icon name="down" size="small" />
      </Button>
      <Popover className="popover" offset={4} placement="bottom end">
        <Menu
          aria-label="Columns"
          selectionMode="multiple"
          selectedKeys={shown}
          disabledKeys={["at"]}
          onSelectionChange={(keys) =>
            choose(allColumns.map(({ id }) => id).filter((id) => keys === "all" || keys.has(id)))
          }
          items={allColumns}
        >
          {({ id, title }) => (
            <MenuItem id={id} className="option" textValue={title}>
              {({ isSelected }) => (
                <>
                  <span className="option-tick">{isSelected && <Icon name="check" size="small" />}</span>
                  <span>{title}</span>
                </>
              )}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
