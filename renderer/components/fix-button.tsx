import { type ReactNode, useState } from "react";
import type { Finding, Fix } from "../../preload/contract.ts";
import { useDocument } from "../app/context.ts";
import { ariaShortcut } from "../text/shortcut-label.ts";
import { Button, LinkButton } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Icon } from "./icon.tsx";

/** Marks the button that ⌘↩ presses. */
const fixKeys = { "data-fix": true, "aria-keyshortcuts": ariaShortcut("mod+Enter") };

/** What can be done about a finding: a patch is applied at once and can be undone, steps are shown. No fix, no button. */
export function FixButton({ finding }: { readonly finding: Finding }): ReactNode {
  const edit = useDocument((state) => state.edit);
  const [isOpen, setOpen] = useState(false);
  const fix = finding.fix;
  if (fix === undefined) {
    return null;
  }
  if ("patch" in fix) {
    return (
      <Button look={["small"]} {...fixKeys} onPress={() => edit(fix.patch)}>
        {fix.label}
      </Button>
    );
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
