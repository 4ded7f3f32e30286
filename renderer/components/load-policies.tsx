import type { ReactNode } from "react";
import { FileTrigger } from "react-aria-components";
import { usePolicies } from "../stores/context.ts";
import { pickedFiles } from "../stores/given-files.ts";
import { Button, type ButtonLook } from "./button.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { ProblemBanner } from "./problem-banner.tsx";

type PickPoliciesProps = {
  readonly label: string;
  /** True for a folder with everything in it. */
  readonly isFolder?: boolean;
  /** True to keep what was loaded before. */
  readonly adds?: boolean;
  readonly look?: readonly ButtonLook[];
  readonly icon?: IconName;
  /** Files were chosen. */
  readonly onPicked?: () => void;
};

/** A button that loads Conditional Access policies from files or a folder. */
export function PickPolicies({
  label,
  isFolder = false,
  adds = false,
  look = ["small"],
  icon,
  onPicked,
}: PickPoliciesProps): ReactNode {
  const load = usePolicies((state) => state.load);
  const isLoading = usePolicies((state) => state.isLoading);
  return (
    <FileTrigger
      {...(isFolder
        ? { acceptDirectory: true }
        : { allowsMultiple: true, acceptedFileTypes: [".json", ".tf", "application/json"] })}
      onSelect={(files) => {
        if (files !== null && files.length > 0) {
          load(pickedFiles(files), adds);
          onPicked?.();
        }
      }}
    >
      <Button look={look} isDisabled={isLoading}>
        {icon !== undefined && <Icon name={icon} size="small" />}
        {label}
      </Button>
    </FileTrigger>
  );
}

/** The way to load Conditional Access policies from files, and why that did not work. */
export function LoadPolicies({
  label = "Load policies…",
  look,
}: Partial<Pick<PickPoliciesProps, "label" | "look">>): ReactNode {
  const problem = usePolicies((state) => state.problem);
  const dismiss = usePolicies((state) => state.dismiss);
  return (
    <>
      <PickPolicies label={label} {...(look === undefined ? {} : { look })} />
      {problem !== null && <ProblemBanner problem={problem} onDismiss={dismiss} />}
    </>
  );
}
