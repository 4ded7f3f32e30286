import { type ComponentType, createContext, useContext } from "react";
import type { KeyEntry, TypedJson, UnseenText } from "../../../preload/contract.ts";
import type { Place } from "../../stores/form-store.ts";

export type ValueControlProps = {
  readonly place: Place;
  /** What is known about the key, or about the list or dictionary whose part it is. */
  readonly entry: KeyEntry | null;
  readonly value: TypedJson;
  readonly title: string;
  readonly tone?: "warning" | "error";
  readonly unseen?: UnseenText | null;
  readonly look?: "cell";
  readonly onReturn?: () => void;
};

/** The control for any value. Lists and dictionaries show what is in them with it, and it shows lists and dictionaries. */
export const ValueControlContext = createContext<ComponentType<ValueControlProps>>(() => null);

export function useValueControl(): ComponentType<ValueControlProps> {
  return useContext(ValueControlContext);
}
