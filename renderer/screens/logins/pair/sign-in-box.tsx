import type { ReactNode } from "react";
import type { SignInSummary } from "./sign-in-summary.ts";

type SignInBoxProps = {
  readonly label: string;
  readonly tone?: SignInSummary["tone"];
  readonly isEmpty?: boolean;
  readonly children: ReactNode;
};

/** One field of the picture; its name is heard, the head of the column shows it. */
export function SignInBox({ label, tone, isEmpty = false, children }: SignInBoxProps): ReactNode {
  const look = isEmpty
    ? "sign-in-box-empty"
    : tone === undefined || tone === "mute"
      ? ""
      : `sign-in-box-${tone}`;
  return (
    <div className={`sign-in-box ${look}`}>
      <span className="visually-hidden">{label}: </span>
      {children}
    </div>
  );
}
