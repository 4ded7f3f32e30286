import { type ReactNode, useState } from "react";
import { Checkbox } from "react-aria-components";
import type { FixChange, FixPreview, ProfileView } from "../../../preload/contract.ts";
import { AppliedNote, useApplied } from "../../components/applied-note.tsx";
import { Breakable } from "../../components/breakable.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { severityWord } from "../../components/finding-note.tsx";
import { Icon } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { useForm } from "../../stores/context.ts";
import { count } from "../../text/count.ts";

/** What every fix would change, and the chosen ones at once: one change, which one undo takes back. */
export function FixesDialog({ view }: { readonly view: ProfileView }): ReactNode {
  const load = useForm((state) => state.fixes);
  const [fixes, setFixes] = useState<readonly FixPreview[] | null>(null);
  const { isApplied, setApplied } = useApplied();
  const [applied, setAmount] = useState(0);
  const amount = (view.findings ?? []).filter(({ fix }) => fix !== undefined && "patch" in fix).length;
  return (
    <>
      {isApplied && <AppliedNote>{count(applied, "fix", "fixes")} applied</AppliedNote>}
      {amount > 0 && (
        <Button look={["small"]} onPress={async () => setFixes(await load())}>
          Preview {count(amount, "fix", "fixes")}…
        </Button>
      )}
      <Dialog title="Fixes" size="wide" isOpen={fixes !== null} onClose={() => setFixes(null)}>
        {fixes !== null && (
          <Choice
            fixes={fixes}
            onClose={() => setFixes(null)}
            onApplied={(number) => {
              setFixes(null);
              setAmount(number);
              setApplied();
            }}
          />
        )}
      </Dialog>
    </>
  );
}

type ChoiceProps = {
  readonly fixes: readonly FixPreview[];
  readonly onClose: () => void;
  readonly onApplied: (amount: number) => void;
};

function Choice({ fixes, onClose, onApplied }: ChoiceProps): ReactNode {
  const apply = useForm((state) => state.applyFixes);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(fixes.map(({ id }) => id)));
  const toggle = (id: string, isOn: boolean) =>
    setChosen(new Set(isOn ? [...chosen, id] : [...chosen].filter((other) => other !== id)));
  const press = async () => {
    if (await apply([...chosen])) {
      onApplied(chosen.size);
    }
  };
  return (
    <>
      <p className="note quiet">Applied together they are one change: one undo takes it back.</p>
      <section className="dialog-scroll fix-list" aria-label="Fixes and what they change">
        {fixes.map(({ id, finding, label, changes }) => (
          <div key={id} className="fix-choice">
            <Checkbox className="checkbox" isSelected={chosen.has(id)} onChange={(isOn) => toggle(id, isOn)}>
              <span className="checkbox-box">
                <Icon name="check" />
              </span>
              <span>
                <b>{label}</b>{" "}
                <span className="quiet">
                  {severityWord[finding.severity]}: {finding.title}
                </span>
              </span>
            </Checkbox>
            {changes.map((change) => (
              <ChangeLine key={`${change.domain} ${change.keyPath}`} change={change} />
            ))}
          </div>
        ))}
      </section>
      <div className="dialog-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button look={["primary"]} isDisabled={chosen.size === 0} onPress={press}>
          Apply {count(chosen.size, "fix", "fixes")}
        </Button>
      </div>
    </>
  );
}

function ChangeLine({ change }: { readonly change: FixChange }): ReactNode {
  return (
    <p className="fix-change">
      <span className="faint">
        <Breakable text={`${change.domain} › ${change.keyPath}`} />
      </span>
      <span>
        <del className="mono">{change.before === null ? "not set" : <MarkedText text={change.before} />}</del>
        <Icon name="arrow" size="small" />
        <span className="visually-hidden">becomes</span>
        <ins className="mono">{change.after === null ? "removed" : <MarkedText text={change.after} />}</ins>
      </span>
    </p>
  );
}
