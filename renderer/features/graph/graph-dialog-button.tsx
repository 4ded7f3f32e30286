import { type ReactNode, useState } from "react";
import type { GraphView } from "../../../preload/contract.ts";
import { Button, type ButtonLook } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { useGraph } from "../../stores/context.ts";

type GraphDialogButtonProps = {
  /** Title of the dialog. */
  readonly title: string;
  /** What the button says. */
  readonly words: string;
  readonly icon?: IconName;
  readonly look?: readonly ButtonLook[];
  readonly className?: string;
  /** The form: `done` closes what has ended, `cancel` stops what goes on as well. */
  readonly children: (
    view: GraphView,
    way: { readonly done: () => void; readonly cancel: () => void },
  ) => ReactNode;
};

/** A button whose dialog asks Microsoft Graph for something; closing the dialog stops what it asks for. */
export function GraphDialogButton({
  title,
  words,
  icon,
  children,
  ...look
}: GraphDialogButtonProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const show = useGraph((state) => state.show);
  const stop = useGraph((state) => state.stop);
  const view = useGraph((state) => state.view);
  const done = () => setOpen(false);
  const cancel = () => {
    stop();
    done();
  };
  return (
    <>
      <Button
        {...look}
        onPress={() => {
          void show();
          setOpen(true);
        }}
      >
        {icon !== undefined && <Icon name={icon} size="small" />}
        {words}
      </Button>
      {view !== null && (
        <Dialog title={title} isOpen={isOpen} onClose={cancel} size="wide">
          {children(view, { done, cancel })}
        </Dialog>
      )}
    </>
  );
}

type GraphFormFootProps = {
  readonly isBusy: boolean;
  readonly isComplete: boolean;
  /** What the button says that begins it. */
  readonly words: string;
  readonly onStart: () => void;
  readonly onCancel: () => void;
};

/** The end of such a form: stop or cancel, and begin. */
export function GraphFormFoot({
  isBusy,
  isComplete,
  words,
  onStart,
  onCancel,
}: GraphFormFootProps): ReactNode {
  return (
    <div className="dialog-actions">
      <Button onPress={onCancel}>{isBusy ? "Stop" : "Cancel"}</Button>
      <Button look={["primary"]} isDisabled={isBusy || !isComplete} onPress={onStart}>
        {words}
      </Button>
    </div>
  );
}
