import type { ReactNode } from "react";
import { Button, Keyboard, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { Icon } from "../components/icon.tsx";
import { Mark } from "../components/mark.tsx";
import { MarkedText } from "../components/marked-text.tsx";
import { useDocument, useNavigation, useSaving } from "../stores/context.ts";
import { useOpenProfile } from "../stores/use-open-profile.ts";
import { commandKeys } from "../text/command-keys.ts";
import { documentName, providerLine } from "../text/document-words.ts";

/** The open document, and the way to another one. */
export function DocumentMenu(): ReactNode {
  const view = useDocument((state) => state.view);
  const close = useDocument((state) => state.close);
  const saving = useSaving((state) => state);
  const openDialog = useNavigation((state) => state.openDialog);
  const go = useNavigation((state) => state.go);
  const open = useOpenProfile();
  if (view === null) {
    return null;
  }
  const name = documentName(view.fileName);
  const signsInAt = providerLine(view);
  return (
    <MenuTrigger>
      <Button className="document-button" aria-label={`Document ${name}`}>
        <Mark size={26} />
        <span className="grow side-text document-words">
          <b className="document-name cut" title={view.displayName}>
            <MarkedText text={name} />
          </b>
          <span className="document-provider cut" title={signsInAt}>
            <MarkedText text={signsInAt} />
          </span>
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
            } else if (key === "new") {
              openDialog("templates");
            } else if (key === "compare" || key === "signatures") {
              openDialog(key);
            } else if (key === "save" || key === "saveAs" || key === "duplicate" || key === "revert") {
              saving[key]();
            } else if (key === "close") {
              close();
            } else if (key === "explain") {
              go("explain");
            } else {
              openDialog("keyboard");
            }
          }}
        >
          <MenuItem id="open" className="option" textValue="Open another profile">
            Open another profile… <Keyboard>{commandKeys("open")}</Keyboard>
          </MenuItem>
          <MenuItem id="new" className="option" textValue="New from a template">
            New from a template… <Keyboard>{commandKeys("new")}</Keyboard>
          </MenuItem>
          <MenuItem id="compare" className="option" textValue="Compare">
            Compare… <Keyboard>{commandKeys("compare-profile")}</Keyboard>
          </MenuItem>
          <MenuItem id="signatures" className="option" textValue="Check signatures">
            Check signatures…
          </MenuItem>
          <Separator className="option-rule" />
          <MenuItem id="save" className="option" textValue="Save">
            Save <Keyboard>{commandKeys("save")}</Keyboard>
          </MenuItem>
          <MenuItem id="saveAs" className="option" textValue="Save as">
            Save as… <Keyboard>{commandKeys("save-as")}</Keyboard>
          </MenuItem>
          <MenuItem id="duplicate" className="option" textValue="Duplicate">
            Duplicate
          </MenuItem>
          <MenuItem id="revert" className="option" textValue="Revert to saved">
            Revert to saved
          </MenuItem>
          <Separator className="option-rule" />
          <MenuItem id="explain" className="option" textValue="Explain an error">
            Explain an error <Keyboard>{commandKeys("explain")}</Keyboard>
          </MenuItem>
          <MenuItem id="keyboard" className="option" textValue="Keyboard">
            Keyboard… <Keyboard>{commandKeys("keyboard")}</Keyboard>
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
