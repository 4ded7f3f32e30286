import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link } from "react-aria-components";

export type ButtonLook = "primary" | "plain" | "danger" | "small" | "capsule" | "icon";

type ButtonProps = Omit<AriaButtonProps, "className"> & {
  readonly look?: readonly ButtonLook[];
  readonly className?: string;
};

function classNames(look: readonly ButtonLook[], extra: string | undefined): string {
  return ["button", ...look.map((name) => `button-${name}`), extra ?? ""].filter(Boolean).join(" ");
}

/** A push button. Its label names the result; `…` only when more is asked before something happens. */
export function Button({ look = [], className, ...rest }: ButtonProps): ReactNode {
  return <AriaButton {...rest} className={classNames(look, className)} />;
}

type LinkButtonProps = {
  readonly href: string;
  readonly look?: readonly ButtonLook[];
  readonly children: ReactNode;
};

/** A button that opens an address in another tab or, in a desktop host, in the person's browser. */
export function LinkButton({ href, look = [], children }: LinkButtonProps): ReactNode {
  return (
    <Link href={href} target="_blank" rel="noopener noreferrer" className={classNames(look, undefined)}>
      {children}
    </Link>
  );
}
