import { type ReactNode, useEffect, useRef } from "react";
import { TemplateList } from "../../features/templates/template-list.tsx";
import { useNavigation } from "../../stores/context.ts";
import { WhatToExpect } from "./what-to-expect.tsx";

/** The templates; a command that asks for them brings them into view, with the focus on the chosen one. */
export function Templates({ onFillIn }: { readonly onFillIn: (() => void) | null }): ReactNode {
  const isAsked = useNavigation((state) => state.askedList === "templates");
  const listShown = useNavigation((state) => state.listShown);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isAsked) {
      const radio = section.current?.querySelector<HTMLElement>("input[type=radio]:checked");
      section.current?.scrollIntoView({ block: "start" });
      radio?.focus();
      listShown();
    }
  }, [isAsked, listShown]);
  return (
    <section ref={section} aria-labelledby="start-templates">
      <div className="start-heading">
        <h2 id="start-templates">New from a template</h2>
        <WhatToExpect />
      </div>
      <TemplateList onFillIn={onFillIn} />
    </section>
  );
}
