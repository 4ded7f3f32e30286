import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Finding, Fix } from "../../preload/contract.ts";
import { useApp, useDocument } from "../stores/context.ts";
import { ariaKeys } from "../text/command-keys.ts";
import { findingName } from "../text/finding-name.ts";
import { AppliedNote, useApplied } from "./applied-note.tsx";
import { Button, type ButtonLook } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { FixSteps, type StepsFix } from "./fix-steps.tsx";

/** The button that ⌘↩ presses says so. */
const fixKeys = { "aria-keyshortcuts": ariaKeys("apply-fix") };

/** Lets ⌘↩ press the fix of a finding; null where there is nothing to press. */
function useOfferedFix(finding: Finding, press: (() => void) | null): void {
  const { findingWalk } = useApp().stores;
  const name = findingName(finding);
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  const isOffered = press !== null;
  useEffect(
    () => (isOffered ? findingWalk.offerFix(name, () => latest.current?.()) : undefined),
    [findingWalk, name, isOffered],
  );
}

type FixButtonProps = { readonly finding: Finding; readonly isMainWay?: boolean };

/** What can be done about a finding: a patch is applied at once and can be undone, steps are shown. No fix, no button. */
export function FixButton({ finding, isMainWay = false }: FixButtonProps): ReactNode {
  const look: readonly ButtonLook[] = isMainWay ? ["small", "primary"] : ["small"];
  const fix = finding.fix;
  if (fix === undefined) {
    return null;
  }
  return "patch" in fix ? (
    <PatchButton finding={finding} fix={fix} look={look} />
  ) : (
    <StepsButton finding={finding} fix={fix} look={look} />
  );
}

type StepsButtonProps = {
  readonly finding: Finding;
  readonly fix: StepsFix;
  readonly look: readonly ButtonLook[];
};

/** Steps to follow elsewhere, in a dialog. */
function StepsButton({ finding, fix, look }: StepsButtonProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  useOfferedFix(finding, () => setOpen(true));
  return (
    <>
      <Button look={look} {...fixKeys} onPress={() => setOpen(true)}>
        {fix.label.endsWith("…") ? fix.label : `${fix.label}…`}
      </Button>
      <Dialog title={finding.title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p className="note quiet">{finding.detail}</p>
        <FixSteps fix={fix} />
        <div className="dialog-actions">
          <Button onPress={() => setOpen(false)}>Close</Button>
        </div>
      </Dialog>
    </>
  );
}

type PatchButtonProps = {
  readonly finding: Finding;
  readonly fix: Extract<Fix, { readonly patch: unknown }>;
  readonly look: readonly ButtonLook[];
};

/** Applies a patch at once; what was applied is said in its place, with the way back. */
function PatchButton({ finding, fix, look }: PatchButtonProps): ReactNode {
  const edit = useDocument((state) => state.edit);
  const { isApplied, setApplied } = useApplied();
  const apply = async () => {
    if (await edit(fix.patch)) {
      setApplied();
    }
  };
  useOfferedFix(finding, isApplied ? null : apply);
  if (isApplied) {
    return <AppliedNote>Applied</AppliedNote>;
  }
  return (
    <Button look={look} {...fixKeys} onPress={apply}>
      {fix.label}
    </Button>
  );
}
