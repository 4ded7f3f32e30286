import type { ReactNode } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "../../components/button.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";

type FilePickProps = {
  readonly label: string;
  readonly accept: string;
  /** Name of what was chosen; null where nothing was. */
  readonly chosen: string | null;
  readonly onPick: (file: File) => void;
};

/** One file to choose, with its name beside the button. */
export function FilePick({ label, accept, chosen, onPick }: FilePickProps): ReactNode {
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <div className="row">
        <FileTrigger
          acceptedFileTypes={accept.split(",")}
          onSelect={(files) => {
            const picked = files?.[0];
            if (picked !== undefined) {
              onPick(picked);
            }
          }}
        >
          <Button aria-label={`${label}: choose a file`}>Choose…</Button>
        </FileTrigger>
        {chosen === null ? <span className="note faint">None</span> : <MiddleCut value={chosen} />}
      </div>
    </div>
  );
}
