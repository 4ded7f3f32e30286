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
import { isGuid } from "../../text/is-guid.ts";
import { BreakGlass } from "./break-glass.tsx";
import { CopyScript } from "./copy-script.tsx";
import { ScriptText } from "./script-text.tsx";
import { UndoPart } from "./undo-part.tsx";
import { useMainAction } from "./use-main-action.ts";

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
      <ScriptPart view={view} />
      <BreakGlass view={view} />
      <section className="section">
        <NamePrefix />
        <Additions />
      </section>
      <UndoPart view={view} />
    </>
  );
}

function ScriptPart({ view }: { readonly view: SetUpView }): ReactNode {
  const isMain = useMainAction(view) === "script";
  const format = useSetUp((state) => state.format);
  const setFormat = useSetUp((state) => state.setFormat);
  const script = useSetUp((state) => state.script);
  const isScripting = useSetUp((state) => state.isScripting);
  const save = useSetUp((state) => state.save);
  const [isWhole, setWhole] = useState(false);
  const isPage = format === "markdown" || script === null;
  return (
    <Section
      title="Script for the identity team"
      aside={script === null ? undefined : count(script.trimEnd().split("\n").length, "line")}
      className="set-up-script-part"
    >
      <div className="set-up-formats">
        <Segment label="Format of the script" options={formats} value={format} onChange={setFormat} />
      </div>
      <div className="code-box set-up-script-room">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className="set-up-script" tabIndex={0} aria-label="Script">
          <ScriptText
            text={script ?? (isScripting ? "" : "The choice gives no script: see what is said beside it.")}
            isPage={isPage}
          />
        </section>
      </div>
      <p className="set-up-actions">
        <CopyScript text={script} label="Copy script" isMain={isMain} />
        <Button isDisabled={script === null} onPress={() => save(false)}>
          Save…
        </Button>
        <Button isDisabled={script === null} onPress={() => setWhole(true)}>
          View all…
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
          <pre className="code-box">
            <ScriptText text={script ?? ""} isPage={isPage} />
          </pre>
        </DialogScroll>
      </Dialog>
      <p className="finding finding-info set-up-lock">
        <Icon name="lock" />
        <span className="grow">
          <b>
            Nothing is written to {view.isPractice ? "a real tenant" : tenantWords(view.tenant)} from here.
          </b>{" "}
          The identity team reads the script, then runs it.
        </span>
      </p>
    </Section>
  );
}

/** An id tells nobody anything here, and it breaks over two lines. */
function tenantWords(tenant: string): string {
  if (tenant === "") return "your tenant";
  return isGuid(tenant) ? "this tenant" : tenant;
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
  {
    id: "hash-sync-policy",
    title: "Check federated passwords in Entra ID",
    what: "Adds a home realm policy. Federated people need password hash sync.",
  },
  {
    id: "security-attribute",
    title: "Exempt by custom attribute (2023 way)",
    what: "Marks the app with isExemptMFA. A new policy leaves out what has the mark.",
  },
] as const;

/** What a recipe can be set up together with. */
function Additions(): ReactNode {
  const chosen = useSetUp((state) => state.choice.additions);
  const choose = useSetUp((state) => state.choose);
  return (
    <div className="set-up-additions">
      {additions.map(({ id, title, what }) => (
        <div key={id}>
          <Toggle
            isOn={chosen.includes(id)}
            onChange={(isOn) =>
              choose({ additions: isOn ? [...chosen, id] : chosen.filter((other) => other !== id) })
            }
          >
            {title}
          </Toggle>
          <p className="small faint">{what}</p>
        </div>
      ))}
    </div>
  );
}
