import { type ReactNode, useState } from "react";
import { Form } from "react-aria-components";
import type { Problem } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Segment } from "../../components/segment.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useExports } from "../../stores/context.ts";
import { FilePick } from "./file-pick.tsx";

type UnlockDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

const kinds = [
  { id: "p12", title: ".p12 or .pfx" },
  { id: "pem", title: "PEM" },
] as const;

/** Asks for the file of a signing identity and its passphrase. Nothing of it stays in the page once it is closed. */
export function UnlockDialog({ isOpen, onClose }: UnlockDialogProps): ReactNode {
  return (
    <Dialog title="Sign with a certificate from a file" isOpen={isOpen} onClose={onClose}>
      <UnlockForm onClose={onClose} />
    </Dialog>
  );
}

function UnlockForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const unlockP12 = useExports((state) => state.unlockP12);
  const unlockPem = useExports((state) => state.unlockPem);
  const [kind, setKind] = useState<"p12" | "pem">("p12");
  const [file, setFile] = useState<File | null>(null);
  const [keyFile, setKeyFile] = useState<File | null>(null);
  const [chainFile, setChainFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const unlock = async () => {
    if (file === null) {
      return;
    }
    const answer =
      kind === "p12"
        ? await unlockP12(file, passphrase)
        : await unlockPem({ certificate: file, key: keyFile, chain: chainFile }, passphrase);
    if (answer.ok) {
      onClose();
    } else {
      setProblem(answer.problem);
    }
  };
  return (
    <Form
      className="unlock"
      onSubmit={(event) => {
        event.preventDefault();
        setProblem(null);
        unlock();
      }}
    >
      <div>
        <Segment
          label="Kind of file"
          options={kinds}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setFile(null);
            setKeyFile(null);
            setChainFile(null);
            setProblem(null);
          }}
        />
      </div>
      <FilePick
        label={
          kind === "p12" ? "Certificate file, with its key" : "Certificate, with its chain if there is one"
        }
        accept={kind === "p12" ? ".p12,.pfx" : ".pem,.crt,.cer,.p7b,.p7c"}
        chosen={file?.name ?? null}
        onPick={setFile}
      />
      {kind === "pem" && (
        <>
          <FilePick
            label="Private key, if it is not in the same file"
            accept=".pem,.key"
            chosen={keyFile?.name ?? null}
            onPick={setKeyFile}
          />
          <FilePick
            label="Chain, if it is a file of its own"
            accept=".p7b,.p7c,.pem,.crt,.cer"
            chosen={chainFile?.name ?? null}
            onPick={setChainFile}
          />
        </>
      )}
      <TextField
        label={kind === "p12" ? "Passphrase" : "Passphrase of the key, if it has one"}
        type="password"
        showLabel
        value={passphrase}
        onChange={setPassphrase}
      />
      <p className="small faint">Kept in memory until Latchkey ends. Never written, never sent.</p>
      {problem !== null && <ProblemBanner problem={problem} />}
      <div className="dialog-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" look={["primary"]} isDisabled={file === null}>
          Unlock
        </Button>
      </div>
    </Form>
  );
}
