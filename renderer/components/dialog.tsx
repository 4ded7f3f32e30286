import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";

type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly role?: "dialog" | "alertdialog";
  /** Room for a table; what is long stands in a {@link DialogScroll}, so that title and buttons stay. */
  readonly isWide?: boolean;
};

/** A question or a small form over the screen; esc closes it and gives the focus back. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  role = "dialog",
  isWide,
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
      <Modal className={isWide === true ? "dialog-box dialog-wide" : "dialog-box"}>
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

type DialogScrollProps = { readonly label: string; readonly children: ReactNode };

/** The part of a wide dialog that scrolls. */
export function DialogScroll({ label, children }: DialogScrollProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="dialog-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
