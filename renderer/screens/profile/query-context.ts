import { createContext, useContext } from "react";

/** What is searched; empty while nothing is. Names mark it where it stands in them. */
export const QueryContext = createContext("");

export function useQuery(): string {
  return useContext(QueryContext);
}
