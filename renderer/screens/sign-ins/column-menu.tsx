import type { ReactNode } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Icon } from "../../components/icon.tsx";
import { useSignIns } from "../../stores/context.ts";
import { allColumns } from "./columns.tsx";

/** Which columns the table shows; the time always stands there. */
export function ColumnMenu(): ReactNode {
  const chosen = useSignIns((state) => state.columns);
  const setColumns = useSignIns((state) => state.setColumns);
  return (
    <MenuTrigger>
      <Button className="button button-small signs-chip signs-columns">
        Columns <Icon name="down" size="small" />
      </Button>
      <Popover className="popover" offset={4} placement="bottom end">
        <Menu
          aria-label="Columns"
          selectionMode="multiple"
          selectedKeys={chosen}
          disabledKeys={["at"]}
          onSelectionChange={(keys) =>
            setColumns(allColumns.map(({ id }) => id).filter((id) => keys === "all" || keys.has(id)))
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
