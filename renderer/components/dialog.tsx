import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";

type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly role?: "dialog" | "alertdialog";
  /** For tables and long texts. */
  readonly isWide?: boolean;
};

/** A question or a small form over the screen; esc closes it and gives the focus back. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  role = "dialog",
  isWide = false,
}: DialogProps): ReactNode {
  return (
    <ModalOverlay
      className="dialog-shade"
      isOpen={isOpen}
      isDismissable={role === "dialog"}
      onOpenChange={(open) => {
        if (!open) {
          onClose();
        }
      }}
    >
      <Modal className={isWide ? "dialog-box dialog-wide" : "dialog-box"}>
        <AriaDialog className="dialog" role={role}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
