import { importBundled } from "../support/bundle.mjs";
import { fullProfile } from "../support/full-profile.mjs";
import { median } from "../support/timing.mjs";

/** All findings of a profile in which every key of both domains is set: what each stroke in the editor costs. */
export const row = {
  what: "lint of a full profile in process, all rules",
  aim: { ms: 2 },
  measure: async () => {
    const { documentFindings, profileFromTypedJson } = await importBundled(
      "test/bench/support/lint-entry.ts",
    );
    const document = profileFromTypedJson(fullProfile(), { fileName: null });
    const times = [];
    for (let round = 0; round < 200; round += 1) {
      const start = performance.now();
      if (documentFindings(document.value) === null) throw new Error("nobody looked");
      times.push(performance.now() - start);
    }
    return { ours: median(times.slice(50)) };
  },
};
