import { type ReactNode, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { CopyButton } from "../../../components/copy-button.tsx";
import { Dialog, DialogScroll } from "../../../components/dialog.tsx";
import { Segment } from "../../../components/segment.tsx";
import { useJamfPro } from "../../../stores/context.ts";

const formats = [
  { id: "terraform", title: "Terraform" },
  { id: "jamf-cli", title: "jamf-cli" },
] as const;

/** The same delivery as code, to copy. */
export function CodeButton(): ReactNode {
  const load = useJamfPro((state) => state.code);
  const [format, setFormat] = useState<"terraform" | "jamf-cli">("terraform");
  const [code, setCode] = useState<string | null>(null);
  const show = async (next: "terraform" | "jamf-cli") => {
    const made = await load(next);
    // Both at once: the code of the one tool never stands under the name of the other.
    setFormat(next);
    setCode(made);
  };
  return (
    <>
      <Button look={["capsule"]} onPress={() => show(format)}>
        Copy as Terraform…
      </Button>
      <Dialog
        title="The same delivery as code"
        size="sheet"
        isOpen={code !== null}
        onClose={() => setCode(null)}
        actions={
          <>
            <CopyButton text={code ?? ""} label="Copy the code">
              Copy
            </CopyButton>
            <Button onPress={() => setCode(null)}>Close</Button>
          </>
        }
      >
        <Segment label="Tool" options={formats} value={format} onChange={show} />
        <p className="small faint">Secrets of the profile are variables. Nothing is written from here.</p>
        <DialogScroll label="Code">
          <pre className="jamf-pro-code">{code}</pre>
        </DialogScroll>
      </Dialog>
    </>
  );
}
