import type { ExportPreview, ProfileView, Result } from "../../../preload/contract.ts";
import { useExports } from "../../stores/context.ts";
import { builtFor, type WantedExport } from "../../stores/export-store.ts";

/** What this export of this profile would write; null while that is being built. */
export function useBuilt(view: ProfileView, wanted: WantedExport): Result<ExportPreview> | null {
  return useExports((state) => builtFor(state.built, { view, wanted }));
}

/** The same, where a problem is nothing to show. */
export function usePreview(view: ProfileView, wanted: WantedExport): ExportPreview | null {
  const built = useBuilt(view, wanted);
  return built?.ok === true ? built.value : null;
}
