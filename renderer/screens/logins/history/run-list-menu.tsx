import { type ReactNode, useState } from "react";
import { Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { useHistory } from "../../../stores/context.ts";
import { ForgetDialog } from "./forget-dialog.tsx";

/** What can be done with all runs of the list. */
export function RunListMenu(): ReactNode {
  const runs = useHistory((state) => state.runs);
  const elsewhere = useHistory((state) => state.elsewhere);
  const keepAll = useHistory((state) => state.keepAll);
  const [isForgetting, setForgetting] = useState(false);
  const disabled = [
    ...(runs.every((run) => run.kept) ? ["keep"] : []),
    ...(runs.length + elsewhere === 0 ? ["forget"] : []),
  ];
  return (
    <>
      <MenuTrigger>
        <Button look={["icon"]} aria-label="All runs">
          <Icon name="more" />
        </Button>
        <Popover className="popover" offset={4}>
          <Menu
            aria-label="All runs"
            disabledKeys={disabled}
            onAction={(key) => {
              if (key === "keep") {
                keepAll();
              } else {
                setForgetting(true);
              }
            }}
          >
            <MenuItem id="keep" className="option" textValue="Keep all masked copies">
              <span>
                Keep all masked copies
                <span className="option-note">On this machine, with people and ids as labels</span>
              </span>
            </MenuItem>
            <Separator className="option-rule" />
            <MenuItem id="forget" className="option" textValue="Forget all runs">
              Forget all runs…
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {isForgetting && <ForgetDialog onClose={() => setForgetting(false)} />}
    </>
  );
}
