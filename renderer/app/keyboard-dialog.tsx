import type { ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { Dialog, DialogScroll } from "../components/dialog.tsx";
import { shortcutLabel } from "../text/shortcut-label.ts";
import { type ShortcutGroup, shortcutGroups } from "./shortcut-list.ts";

/** Every shortcut, and what stands in for those that a browser keeps for itself. */
export default function KeyboardDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Dialog title="Keyboard" isOpen size="wide" onClose={onClose}>
      <DialogScroll label="Shortcuts">
        <table className="shortcuts">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Keys</th>
              <th scope="col">In a browser also</th>
            </tr>
          </thead>
          {shortcutGroups.map((group) => (
            <Group key={group.title} group={group} />
          ))}
        </table>
      </DialogScroll>
      <div className="dialog-actions">
        <Button onPress={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}

function Group({ group }: { readonly group: ShortcutGroup }): ReactNode {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className="shortcuts-group">
          {group.title}
        </th>
      </tr>
      {group.lines.map(({ what, keys, inBrowser }) => (
        <tr key={what}>
          <th scope="row">{what}</th>
          <td>
            <Keys keys={keys} />
          </td>
          <td>
            <Keys keys={inBrowser} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }): ReactNode {
  return keys.map((shortcut, index) => (
    <span key={shortcut}>
      {index > 0 && ", "}
      <kbd>{shortcutLabel(shortcut)}</kbd>
    </span>
  ));
}
