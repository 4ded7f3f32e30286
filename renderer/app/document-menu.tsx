import type { ReactNode } from "react";
import { Button, Keyboard, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { Icon } from "../components/icon.tsx";
import { Mark } from "../components/mark.tsx";
import { shortcutLabel } from "../text/shortcut-label.ts";
import { useDocument } from "./context.ts";
import { useOpenProfile } from "./use-open-profile.ts";

/** The open document, and the way to another one. */
export function DocumentMenu(): ReactNode {
  const view = useDocument((state) => state.view);
  const close = useDocument((state) => state.close);
  const open = useOpenProfile();
  if (view === null) {
    return null;
  }
  return (
    <MenuTrigger>
      <Button className="document-button" aria-label={`Document ${view.displayName}`}>
        <Mark size={26} />
        <span className="grow side-text">
          <b className="cut">{view.displayName}</b>
          <span className="cut">{view.provider ?? "No provider named"}</span>
        </span>
        <span className="side-text faint">
          <Icon name="up-down" size="small" />
        </span>
      </Button>
      <Popover className="popover" offset={4}>
        <Menu
          onAction={(key) => {
            if (key === "open") {
              open();
            } else {
              close();
            }
          }}
        >
          <MenuItem id="open" className="option" textValue="Open another profile">
            Open another profile… <Keyboard>{shortcutLabel("mod+o")}</Keyboard>
          </MenuItem>
          <Separator className="option-rule" />
          <MenuItem id="close" className="option" textValue="Close and go to Start">
            Close and go to Start
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
