import { type ReactNode, useEffect, useId } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useNavigation, usePractice } from "../stores/context.ts";
import { useLeavingPart } from "./leaving-part.tsx";
import { PracticeTag } from "./tag.tsx";

type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons that stay visible under content that scrolls. */
  readonly actions?: ReactNode;
  /** `wide` for lists, `sheet` for tables and long texts; what is long stands in a {@link DialogScroll}. */
  readonly size?: "wide" | "sheet";
  readonly role?: "dialog" | "alertdialog";
};

/**
 * A question or a small form over the screen; esc closes it and gives the focus back. It covers the label of the side
 * bar, so it says itself that this is practice.
 */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  role = "dialog",
  ...look
}: DialogProps): ReactNode {
  const isPractice = usePractice((state) => state.status.running);
  const dialogOpened = useNavigation((state) => state.dialogOpened);
  // A question is read aloud with what it says, not with its title alone.
  const bodyId = useId();
  const isLeaving = useLeavingPart();
  useEffect(() => (isOpen ? dialogOpened(isLeaving) : undefined), [isOpen, dialogOpened, isLeaving]);
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
      <Modal className={look.size === undefined ? "dialog-box" : `dialog-box dialog-box-${look.size}`}>
        <AriaDialog
          className="dialog"
          role={role}
          {...(role === "alertdialog" && look.actions !== undefined ? { "aria-describedby": bodyId } : {})}
        >
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {isPractice && <PracticeTag />}
          </div>
          {look.actions === undefined ? (
            children
          ) : (
            <>
              <div id={bodyId} className="dialog-scroll">
                {children}
              </div>
              <div className="dialog-actions">{look.actions}</div>
            </>
          )}
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
