import type { ReactNode } from "react";
import type { Explanation } from "../../../preload/contract.ts";
import { Tag } from "../../components/tag.tsx";
import { certaintyText } from "./explain-text.ts";

/** Whether a claim is written down or concluded: one label for it wherever something is explained. */
export function CertaintyTag({ certainty }: Pick<Explanation, "certainty">): ReactNode {
  return <Tag tone="line">{certaintyText[certainty]}</Tag>;
}
