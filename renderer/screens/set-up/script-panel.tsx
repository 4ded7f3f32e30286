import { type ReactNode, useState } from "react";
import type { ScriptFormat, SetUpView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog, DialogScroll } from "../../components/dialog.tsx";
import { Icon } from "../../components/icon.tsx";
import { Segment } from "../../components/segment.tsx";
import { TextField } from "../../components/text-field.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { Section } from "../../components/tool-bar.tsx";
import { useSetUp } from "../../stores/context.ts";
import { count } from "../../text/count.ts";
import { CopyScript } from "./copy-script.tsx";
import { UndoPart } from "./undo-part.tsx";

const formats: readonly { readonly id: ScriptFormat; readonly title: string }[] = [
  { id: "graph-powershell", title: "PowerShell" },
  { id: "az", title: "az" },
  { id: "graph-rest", title: "Graph" },
  { id: "markdown", title: "Markdown" },
];

/** The script for the identity team, what it is made from, and the way back. */
export function ScriptPanel({ view }: { readonly view: SetUpView }): ReactNode {
  return (
    <>
      <ScriptPart tenant={view.tenant} />
      <BreakGlass view={view} />
      <section className="section">
        <NamePrefix />
        <Additions />
      </section>
      <UndoPart view={view} />
    </>
  );
}

function ScriptPart({ tenant }: { readonly tenant: string }): ReactNode {
  const format = useSetUp((state) => state.format);
  const setFormat = useSetUp((state) => state.setFormat);
  const script = useSetUp((state) => state.script);
  const isScripting = useSetUp((state) => state.isScripting);
  const save = useSetUp((state) => state.save);
  const [isWhole, setWhole] = useState(false);
  return (
    <Section
      title="Script for the identity team"
      aside={script === null ? undefined : count(script.trimEnd().split("\n").length, "line")}
      className="set-up-script-part"
    >
      <div className="set-up-formats">
        <Segment label="Format of the script" options={formats} value={format} onChange={setFormat} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="code-box set-up-script" tabIndex={0} aria-label="Script">
        {script ?? (isScripting ? "" : "The choice gives no script: see what is said beside it.")}
      </section>
      <p className="set-up-actions">
        <CopyScript text={script} label="Copy script" isMain />
        <Button isDisabled={script === null} onPress={() => save(false)}>
          Save…
        </Button>
        <Button isDisabled={script === null} onPress={() => setWhole(true)}>
          Read…
        </Button>
      </p>
      <Dialog
        title="Script for the identity team"
        size="sheet"
        isOpen={isWhole}
        onClose={() => setWhole(false)}
        actions={
          <>
            <CopyScript text={script} label="Copy script" />
            <Button onPress={() => setWhole(false)}>Close</Button>
          </>
        }
      >
        <DialogScroll label="Whole script">
          <pre className="code-box">{script}</pre>
        </DialogScroll>
      </Dialog>
      <p className="finding finding-info set-up-lock">
        <Icon name="lock" />
        <span className="grow">
          <b>Nothing is written to {tenant === "" ? "your tenant" : tenant} from here.</b> The identity team
          reads the script, then runs it.
        </span>
      </p>
    </Section>
  );
}

function BreakGlass({ view }: { readonly view: SetUpView }): ReactNode {
  const breakGlass = useSetUp((state) => state.choice.breakGlass);
  const choose = useSetUp((state) => state.choose);
  const known = view.people.find(({ id }) => id.toLowerCase() === breakGlass.trim().toLowerCase());
  const isWrong = view.problem?.code === "break-glass-invalid";
  const offered =
    view.isPractice && breakGlass === ""
      ? view.people.find(({ name }) => /emergency/iu.test(name))
      : undefined;
  return (
    <section className="section">
      <TextField
        label="Break-glass account"
        placeholder="Object ID"
        icon="key"
        value={breakGlass}
        onChange={(value) => choose({ breakGlass: value })}
        showLabel
        isTold
        mono
        describedBy="break-glass-help"
        {...(isWrong ? { tone: "error" } : {})}
      />
      <p className="note faint set-up-help" id="break-glass-help">
        {isWrong
          ? `${view.problem?.detail} ${view.problem?.fix}`
          : known === undefined
            ? "Gets past every policy that a script makes, so that somebody can always sign in."
            : `${known.name}. Gets past every policy that a script makes.`}
      </p>
      {offered !== undefined && (
        <Button look={["small"]} onPress={() => choose({ breakGlass: offered.id })}>
          Take “{offered.name}”
        </Button>
      )}
    </section>
  );
}

function NamePrefix(): ReactNode {
  const name = useSetUp((state) => state.choice.name);
  const choose = useSetUp((state) => state.choose);
  const isWrong = useSetUp((state) => state.view?.problem?.code === "name-invalid");
  return (
    <TextField
      label="Prefix for new names"
      placeholder="Jamf Connect"
      value={name}
      onChange={(value) => choose({ name: value })}
      showLabel
      isTold
      {...(isWrong ? { tone: "error" } : {})}
    />
  );
}

const additions = [
  { id: "hash-sync-policy", title: "Check federated passwords in Entra ID" },
  { id: "security-attribute", title: "Exempt by the attribute of 2023" },
] as const;

/** What a recipe can be set up together with. */
function Additions(): ReactNode {
  const chosen = useSetUp((state) => state.choice.additions);
  const choose = useSetUp((state) => state.choose);
  return (
    <div className="set-up-additions">
      {additions.map(({ id, title }) => (
        <Toggle
          key={id}
          isOn={chosen.includes(id)}
          onChange={(isOn) =>
            choose({ additions: isOn ? [...chosen, id] : chosen.filter((other) => other !== id) })
          }
        >
          {title}
        </Toggle>
      ))}
    </div>
  );
}
