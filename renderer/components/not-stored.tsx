import type { ReactNode } from "react";
import { Text } from "react-aria-components";
import { useConnection } from "../stores/context.ts";

/** Inside a field whose text waited for a button, once nobody is there who would take it. */
export function NotStored({ text }: { readonly text: string }): ReactNode {
  const isGone = useConnection((state) => state.isGone);
  return isGone && text !== "" ? (
    <Text slot="description" className="field-not-stored">
      Not stored
    </Text>
  ) : null;
}
