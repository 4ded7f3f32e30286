import type { ReactNode } from "react";
import type { MacCommand } from "../../../preload/contract.ts";
import { CertaintyTag } from "../../components/certainty-tag.tsx";
import { CopyButton } from "../../components/copy-button.tsx";

/** A command to look at the Mac with: what it shows, the command to copy, what to know about it. */
export function CommandBox({ command }: { readonly command: MacCommand }): ReactNode {
  return (
    <div className="command">
      <p className="note">
        {command.title} <CertaintyTag certainty={command.certainty} />
      </p>
      <div className="command-box">
        <code>{command.command}</code>
        <CopyButton text={command.command} label={`Copy the command: ${command.title}`} />
      </div>
      <p className="small faint">{command.note}</p>
    </div>
  );
}
