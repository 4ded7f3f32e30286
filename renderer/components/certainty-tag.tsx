import type { ReactNode } from "react";
import type { Explanation } from "../../preload/contract.ts";
import { certaintyText } from "../text/certainty-text.ts";
import { Tag } from "./tag.tsx";

/** Whether a claim is written down or concluded: one label for it on every screen. */
export function CertaintyTag({ certainty }: Pick<Explanation, "certainty">): ReactNode {
  return <Tag tone="line">{certaintyText[certainty]}</Tag>;
}

type CertainTextProps = Pick<Explanation, "certainty"> & { readonly text: string };

/** A claim with its label, which goes to the next line with the last word and never alone. */
export function CertainText({ text, certainty }: CertainTextProps): ReactNode {
  const last = text.lastIndexOf(" ") + 1;
  return (
    <>
      {text.slice(0, last)}
      <span className="certain-last">
        {text.slice(last)} <CertaintyTag certainty={certainty} />
      </span>
    </>
  );
}
