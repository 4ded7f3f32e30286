import type { ReactNode } from "react";
import { MarkedText } from "../../components/marked-text.tsx";
import { splitNameless } from "../../text/nameless.ts";

type PolicyNameProps = {
  readonly name: string;
  /** False where the whole id stands beside it. */
  readonly hasMark?: boolean;
};

/** The name of a policy; where it has none, the words for that, and quietly what tells it apart. */
export function PolicyName({ name, hasMark = true }: PolicyNameProps): ReactNode {
  const parts = splitNameless(name);
  if (parts === null) return <MarkedText text={name} />;
  return (
    <>
      {parts.words}
      {hasMark && <span className="faint ca-nameless"> {parts.mark}</span>}
    </>
  );
}
