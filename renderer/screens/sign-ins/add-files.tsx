import type { ReactNode } from "react";
import { FileTrigger } from "react-aria-components";
import { Button, type ButtonLook } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSignIns } from "../../stores/context.ts";
import { pickedFiles } from "../../stores/given-files.ts";

type AddFilesProps = {
  readonly look?: readonly ButtonLook[];
  /** Beside a file that was not added. */
  readonly again?: true;
};

/** A button that adds files to the log. */
export function AddFiles({ look = [], again }: AddFilesProps): ReactNode {
  const open = useSignIns((state) => state.open);
  return (
    <FileTrigger
      allowsMultiple
      onSelect={(list) => {
        if (list !== null && list.length > 0) open(pickedFiles(list));
      }}
    >
      {again === true ? (
        <Button look={["small"]}>Add the file again…</Button>
      ) : (
        <Button look={look}>
          <Icon name="plus" /> Add files…
        </Button>
      )}
    </FileTrigger>
  );
}
