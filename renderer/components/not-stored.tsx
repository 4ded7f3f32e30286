import type { ReactNode } from "react";
import { Text } from "react-aria-components";
import { useConnection } from "../stores/context.ts";

/** Inside a field whose text waits for a button, while nobody answers who would take it, and once nobody is there. */
export function NotStored({ text }: { readonly text: string }): ReactNode {
  const isGone = useConnection((state) => state.isGone);
  const isSilent = useConnection((state) => state.isSilent);
  return isSilent && text !== "" ? (
    <Text slot="description" className="field-not-stored">
      {isGone ? "Not stored" : "Not stored yet"}
    </Text>
  ) : null;
}
