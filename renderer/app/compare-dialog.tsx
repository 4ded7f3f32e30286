import { type ReactNode, useEffect, useState } from "react";
import { FileTrigger } from "react-aria-components";
import type { ComparedView, Problem } from "../../preload/contract.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { ProblemBanner } from "../components/problem-banner.tsx";
import { Segment } from "../components/segment.tsx";
import { ChangeTable } from "../features/changes/change-table.tsx";
import { useApp, useDocument } from "../stores/context.ts";
import { withFile } from "../stores/files.ts";
import { count } from "../text/count.ts";
import "./compare-dialog.css";

type Other = "disk" | "export" | "file";

/** What differs between the open profile and its file, its last export or another file, key by key. */
export default function CompareDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { host } = useApp();
  const hasPlace = useDocument((state) => state.view?.hasPlace === true);
  const [other, setOther] = useState<Other>(hasPlace ? "disk" : "file");
  const [compared, setCompared] = useState<ComparedView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setCompared(null);
    setProblem(null);
    if (other !== "file") {
      host.call("profile.compare", { with: other }).then((answer) => {
        if (isCurrent && answer.ok) {
          setCompared(answer.value);
        } else if (isCurrent && !answer.ok) {
          setProblem(answer.problem);
        }
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [host, other]);
  const choose = async (file: File) => {
    const answer = await withFile(host, file, (handle) =>
      host.call("profile.compare", { with: "file", file: handle }),
    );
    setCompared(answer.ok ? answer.value : null);
    setProblem(answer.ok ? null : answer.problem);
  };
  return (
    <Dialog
      title="Compare"
      isOpen
      onClose={onClose}
      size="sheet"
      actions={<Button onPress={onClose}>Close</Button>}
    >
      <div className="compare-with">
        <Segment
          label="Compare with"
          value={other}
          onChange={setOther}
          options={[
            { id: "disk", title: "File on disk" },
            { id: "export", title: "Last export" },
            { id: "file", title: "Another file" },
          ]}
        />
        {other === "file" && (
          <FileTrigger
            onSelect={(files) => {
              const file = files?.[0];
              if (file !== undefined) {
                choose(file);
              }
            }}
          >
            <Button>Choose a file…</Button>
          </FileTrigger>
        )}
      </div>
      {problem !== null && <ProblemBanner problem={problem} />}
      {compared !== null && <Compared compared={compared} />}
    </Dialog>
  );
}

function Compared({ compared: { other, changes } }: { readonly compared: ComparedView }): ReactNode {
  return (
    <>
      <p className="compare-sentence" role="status">
        {changes.length === 0
          ? `Every setting is the same as in ${other}.`
          : `${count(changes.length, "setting")} ${changes.length === 1 ? "differs" : "differ"} from ${other}.`}
      </p>
      {changes.length > 0 && <ChangeTable changes={changes} before={other} after="Here" />}
    </>
  );
}
