import type { ReactNode } from "react";
import { useOpenProfile } from "../../stores/use-open-profile.ts";
import { Example } from "./example.tsx";
import { Scenarios } from "./scenarios.tsx";
import "./start.css";

/** No document is open: an example of what the app answers, and the practice scenarios to see it live. */
export default function StartScreen(): ReactNode {
  const open = useOpenProfile();
  return (
    <main className="screen" data-pane="main">
      <div className="scroll start-main">
        <Example onOpen={open} />
        <Scenarios />
        <footer>Drop a profile anywhere in this window to open it.</footer>
      </div>
    </main>
  );
}
