import type { ReactNode } from "react";
import type { Problem } from "../../preload/contract.ts";
import { Icon } from "../components/icon.tsx";
import { Mark } from "../components/mark.tsx";

/** Shown when there is no app behind this page: the printed link was used before, or Latchkey has stopped. */
export function NotConnected({ problem }: { readonly problem: Problem }): ReactNode {
  return (
    <main className="lone-page">
      <Mark size={56} />
      <div className="verdict verdict-mute" role="alert">
        <Icon name={problem.code === "link-used" ? "lock" : "cloud"} size="large" />
        <div>
          <h1>{problem.title}</h1>
          <p>{problem.detail}</p>
        </div>
      </div>
      <p className="lone-fix">{problem.fix}</p>
      <p className="small faint">
        The link works once, for one tab, so that no other page and no other person on this machine gets in.
      </p>
    </main>
  );
}
