import { useMemo, useRef } from "react";
import type { ProfileView } from "../../../preload/contract.ts";
import { useKeys } from "../../stores/context.ts";
import { reuse } from "../../text/reuse.ts";
import { formModel } from "./form-model.ts";
import type { FormModel } from "./form-rows.ts";

/** What the form shows of a profile. Rows that an edit did not touch stay the same objects, and are not drawn again. */
export function useFormModel(view: ProfileView): FormModel {
  const catalogue = useKeys((state) => state.catalogue);
  const before = useRef<FormModel | null>(null);
  return useMemo(() => {
    const next = reuse(before.current, formModel(view, catalogue));
    before.current = next;
    return next;
  }, [view, catalogue]);
}
