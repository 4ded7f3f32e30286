import { createContext, type ReactNode, useContext } from "react";

const LeavingContext = createContext(false);

/** A part of a screen that another window width takes away: a dialog that it opens keeps the layout until it closes. */
export function LeavingPart({ children }: { readonly children: ReactNode }): ReactNode {
  return <LeavingContext value={true}>{children}</LeavingContext>;
}

/** Whether the component is in a {@link LeavingPart}. */
export function useLeavingPart(): boolean {
  return useContext(LeavingContext);
}
