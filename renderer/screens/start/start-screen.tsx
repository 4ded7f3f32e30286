import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "../../components/icon.tsx";
import { Inspector } from "../../components/inspector.tsx";
import { TemplateForm } from "../../features/templates/template-form.tsx";
import { TemplateList } from "../../features/templates/template-list.tsx";
import { templateTitle } from "../../features/templates/template-text.ts";
import { useNavigation, useTemplates } from "../../stores/context.ts";
import { useOpenProfile } from "../../stores/use-open-profile.ts";
import { Drafts } from "./drafts.tsx";
import { Example } from "./example.tsx";
import { Recent, useRecents } from "./recent.tsx";
import { Scenarios } from "./scenarios.tsx";
import "./start.css";

/** No document is open: what is at hand, new profiles from templates, and the practice scenarios to see the answers live. */
export default function StartScreen(): ReactNode {
  const open = useOpenProfile();
  const go = useNavigation((state) => state.go);
  const { files, forget } = useRecents();
  const template = useTemplates((state) => state.templates.find(({ id }) => id === state.chosen));
  return (
    <main className="screen" data-pane="main">
      <div className="screen-body">
        <section className="scroll start-main" aria-label="Ways to begin">
          {/* For a newcomer the words of the example are the heading. */}
          {files?.length !== 0 && <h1 className="visually-hidden">Start</h1>}
          <Drafts />
          {/* All at once: what comes late would move the rest from under the pointer. */}
          {files !== null && (
            <>
              <Recent files={files} forget={forget} none={<Example onOpen={open} />} />
              <Templates />
              <Scenarios />
            </>
          )}
          <p className="start-drop">
            <Icon name="download" />
            <span>
              <b>Drop anything here.</b> A profile, a policy export or a log of a Mac opens where it belongs.
            </span>
          </p>
        </section>
        <Inspector
          label="New profile"
          opener={template === undefined ? "Fill in the template" : `Fill in ${templateTitle(template)}`}
        >
          <TemplateForm onMade={() => go("profile")} isMainWay={files?.length !== 0} />
        </Inspector>
      </div>
    </main>
  );
}

function Templates(): ReactNode {
  const asked = useNavigation((state) => state.templatesAsked);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked > 0) {
      const radio = section.current?.querySelector<HTMLElement>("input[type=radio]:checked");
      section.current?.scrollIntoView({ block: "start" });
      radio?.focus();
    }
  }, [asked]);
  return (
    <section ref={section} aria-labelledby="start-templates">
      <div className="start-heading">
        <h2 id="start-templates">New from a template</h2>
        <p>
          What to expect at <Icon name="login-window" size="small" /> login window{" "}
          <Icon name="password-check" size="small" /> password check
        </p>
      </div>
      <TemplateList />
    </section>
  );
}
