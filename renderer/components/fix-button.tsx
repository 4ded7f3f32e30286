import { type ReactNode, useState } from "react";
import type { Finding, Fix } from "../../preload/contract.ts";
import { useApp, useDocument } from "../stores/context.ts";
import { ariaShortcut } from "../text/shortcut-label.ts";
import { Button, LinkButton } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Icon } from "./icon.tsx";

/** Marks the button that ⌘↩ presses. */
const fixKeys = { "data-fix": true, "aria-keyshortcuts": ariaShortcut("mod+Enter") };

/** What can be done about a finding: a patch is applied at once and can be undone, steps are shown. No fix, no button. */
export function FixButton({ finding }: { readonly finding: Finding }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const fix = finding.fix;
  if (fix === undefined) {
    return null;
  }
  if ("patch" in fix) {
    return <PatchButton fix={fix} />;
  }
  return (
    <>
      <Button look={["small"]} {...fixKeys} onPress={() => setOpen(true)}>
        {fix.label.endsWith("…") ? fix.label : `${fix.label}…`}
      </Button>
      <Dialog title={finding.title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <FixSteps finding={finding} fix={fix} />
        <div className="dialog-actions">
          <Button onPress={() => setOpen(false)}>Close</Button>
        </div>
      </Dialog>
    </>
  );
}

/** Applies a patch at once; what was applied is said in its place, with the way back. */
function PatchButton({ fix }: { readonly fix: Extract<Fix, { readonly patch: unknown }> }): ReactNode {
  const { stores } = useApp();
  const edit = useDocument((state) => state.edit);
  const undo = useDocument((state) => state.undo);
  const view = useDocument((state) => state.view);
  /** The profile as it was right after the patch; any later edit ends the offer to undo it. */
  const [after, setAfter] = useState<typeof view>(null);
  const apply = async () => {
    if (await edit(fix.patch)) {
      setAfter(stores.document.getState().view);
    }
  };
  if (after === null || after !== view) {
    return (
      <Button look={["small"]} {...fixKeys} onPress={apply}>
        {fix.label}
      </Button>
    );
  }
  return (
    <span className="fix-applied" role="status">
      <span className="tone-ok">
        <Icon name="check" size="small" /> Applied
      </span>
      <Button look={["small", "plain"]} onPress={undo}>
        Undo
      </Button>
    </span>
  );
}

type FixStepsProps = { readonly finding: Finding; readonly fix: Extract<Fix, { readonly steps: unknown }> };

function FixSteps({ finding, fix }: FixStepsProps): ReactNode {
  return (
    <>
      <p className="note quiet">{finding.detail}</p>
      <ol className="fix-steps">
        {fix.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {fix.link !== undefined && (
        <p>
          <LinkButton href={fix.link} look={["plain"]}>
            Read more <Icon name="external" size="small" />
          </LinkButton>
        </p>
      )}
    </>
  );
}
