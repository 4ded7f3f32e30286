import type { KeyboardEvent, ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { LeavingPart } from "../../components/leaving-part.tsx";
import { useCalmMedia } from "../../components/use-calm-media.ts";
import { useMatrix } from "../../stores/context.ts";
import { PolicyDetails } from "./policy-details.tsx";

/** A window in which policy and matrix have no room side by side. The answer changes with what is tried, so both are seen as long as they can be. */
const overWidth = "(max-width: 1023px)";

/** Everything about the chosen policy, beside the matrix; in a narrow window over its right edge. */
export function PolicyDrawer(): ReactNode {
  const selected = useMatrix((state) => state.selected);
  const detail = useMatrix((state) => state.detail);
  const select = useMatrix((state) => state.select);
  const isOver = useCalmMedia(overWidth);
  const close = () => select(null);
  if (selected === null || detail === null) return null;
  if (!isOver) {
    return (
      <aside
        className="inspector ca-drawer"
        aria-label={`Policy ${detail.displayName}`}
        data-pane="inspector"
        onKeyDown={(event) => closeByKey(event, close)}
      >
        <LeavingPart>
          <PolicyDetails detail={detail} onClose={close} />
        </LeavingPart>
      </aside>
    );
  }
  return (
    <ModalOverlay className="drawer-shade" isOpen isDismissable onOpenChange={(open) => open || close()}>
      <Modal className="drawer">
        <Dialog className="drawer-dialog" aria-label={`Policy ${detail.displayName}`}>
          <LeavingPart>
            <PolicyDetails detail={detail} onClose={close} />
          </LeavingPart>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Esc closes it as it closes a dialog, and the row that it is about has the focus again. */
function closeByKey(event: KeyboardEvent, close: () => void): void {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  close();
  document.querySelector<HTMLElement>(".ca-row[data-stop=true]")?.focus();
}
