import type { ReactNode } from "react";
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button, type ButtonLook } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { LeavingPart } from "./leaving-part.tsx";
import { useCalmMedia } from "./use-calm-media.ts";
import { drawerWidth } from "./use-media.ts";

type InspectorProps = {
  readonly label: string;
  /** What the button says that opens it where there is no room beside. */
  readonly opener: string;
  /** The button stands in the tool bar, and whether it is the main action there. */
  readonly isMain?: boolean;
  readonly children: ReactNode;
};

/** In a tool bar it looks like its other buttons; elsewhere it is small. */
function openerLook(isMain: boolean | undefined): readonly ButtonLook[] {
  if (isMain === undefined) return ["small"];
  return isMain ? ["capsule", "primary"] : ["capsule"];
}

/** What a thing means, beside it; in a narrow window a drawer that its button opens. */
export function Inspector({ label, opener, isMain, children }: InspectorProps): ReactNode {
  const isDrawer = useCalmMedia(drawerWidth);
  if (!isDrawer) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      <aside className="inspector" aria-label={label} data-pane="inspector" tabIndex={0}>
        <LeavingPart>{children}</LeavingPart>
      </aside>
    );
  }
  return (
    <div className="drawer-handle" data-pane="inspector">
      <DialogTrigger>
        <Button look={openerLook(isMain)}>
          <Icon name="drawer" size="small" /> {opener}
        </Button>
        <Drawer label={label}>{children}</Drawer>
      </DialogTrigger>
    </div>
  );
}

type DrawerProps = {
  readonly label: string;
  readonly children: ReactNode;
  /** Only where no trigger stands around it. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
};

/** The inspector of a narrow window, over its right edge. */
export function Drawer({ label, children, ...open }: DrawerProps): ReactNode {
  return (
    <ModalOverlay className="drawer-shade" isDismissable {...open}>
      <Modal className="drawer">
        <Dialog className="drawer-dialog" aria-label={label}>
          {({ close }) => (
            <>
              <div className="drawer-head">
                <Heading slot="title" level={2}>
                  {label}
                </Heading>
                <Button look={["icon"]} aria-label={`Close ${label}`} onPress={close}>
                  <Icon name="remove" />
                </Button>
              </div>
              <LeavingPart>{children}</LeavingPart>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
