import type { ReactNode } from "react";
import { AskBox } from "../../features/explain/ask-box.tsx";
import { CommandBox } from "../../features/explain/command-box.tsx";
import { useExplain } from "../../stores/context.ts";
import { KnowledgeList } from "./knowledge-list.tsx";

/** The commands that a newcomer to the Mac's logs needs first. */
const firstCommands = ["login-log", "login-unified-log", "menu-bar-unified-log"];

/** Something to ask, how to come by a log, and everything that can be explained. */
export function AskView(): ReactNode {
  const answer = useExplain((state) => state.answer);
  const commands = useExplain((state) => state.commands);
  const first = commands.filter(({ id }) => firstCommands.includes(id));
  const others = commands.filter(({ id }) => !firstCommands.includes(id));
  return (
    <div className="screen-body">
      <section className="scroll" aria-label="Ask">
        <div className="explain-page">
          <AskBox takesFocus />
          {answer === null && (
            <section className="explain-drop" aria-labelledby="explain-drop-title">
              <h2 id="explain-drop-title">
                If the Mac only says “An error occurred. Contact your IT administrator”
              </h2>
              <p className="quiet">
                The reason is in the Mac's own log. Drop <code>jamf_login.log</code>, the output of{" "}
                <code>log show</code> or a collected folder anywhere in this window.
              </p>
              {commands.length > 0 && (
                <details className="explain-more">
                  <summary>{commands.length} read-only commands for the Mac</summary>
                  <div className="command-grid">
                    {[...first, ...others].map((command) => (
                      <CommandBox key={command.id} command={command} />
                    ))}
                  </div>
                </details>
              )}
            </section>
          )}
          <KnowledgeList />
        </div>
      </section>
    </div>
  );
}
