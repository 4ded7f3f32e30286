import type { FixChange, FixPreview } from "../../../preload/contract.ts";
import type { Finding, Fix } from "../../core/finding.ts";
import type { TypedJson } from "../../core/plist/typed-json.ts";
import { fail, type Problem, type Result } from "../../core/problem.ts";
import { applyPatch, compareProfiles, maskedJson } from "../../core/profile/index.ts";
import type { ProfilePatch } from "../../core/profile/patch.ts";
import { documentFindings } from "./findings.ts";
import { displayText } from "./key-rows.ts";
import { edit, type OpenDocument } from "./open-document.ts";

type Patchable = Finding & { readonly fix: Extract<Fix, { readonly patch: unknown }> };

/** Every fix that is a change of the file, each with what it would change if it were the only one. */
export function previewFixes(open: OpenDocument): readonly FixPreview[] {
  return patchable(open).flatMap(({ id, finding }) => {
    const patched = applyPatch(open.document, finding.fix.patch);
    if (!patched.ok) return [];
    const changes = compareProfiles(open.document, patched.value.document).map(
      ({ domain, keyPath, before, after }): FixChange => ({
        domain,
        keyPath,
        before: textOf(domain, keyPath, before),
        after: textOf(domain, keyPath, after),
      }),
    );
    return [{ id, finding, label: finding.fix.label, changes }];
  });
}

/**
 * Applies the chosen fixes as one change that one undo takes back. A fix that another one has made impossible is left out; the
 * finding is still there then. Problem: `fix-gone` where none of them can be applied.
 */
export function applyFixes(open: OpenDocument, chosen: readonly string[]): Result<OpenDocument> {
  const ids = new Set(chosen);
  const patches: ProfilePatch[] = [];
  let current = open.document;
  for (const { id, finding } of patchable(open)) {
    if (!ids.has(id)) continue;
    const patched = applyPatch(current, finding.fix.patch);
    if (!patched.ok) continue;
    current = patched.value.document;
    patches.push(finding.fix.patch);
  }
  return patches.length === 0 ? fail(gone) : edit(open, { op: "all", patches });
}

/** Findings with a patch; several of one rule at one place are told apart by their number. */
function patchable(open: OpenDocument): readonly { readonly id: string; readonly finding: Patchable }[] {
  const seen = new Map<string, number>();
  return (documentFindings(open.document) ?? []).filter(hasPatch).map((finding) => {
    const name = JSON.stringify([finding.rule, finding.where]).slice(0, 2000);
    const number = seen.get(name) ?? 0;
    seen.set(name, number + 1);
    return { id: `${name} ${number}`, finding };
  });
}

function hasPatch(finding: Finding): finding is Patchable {
  return finding.fix !== undefined && "patch" in finding.fix;
}

function textOf(domain: string | null, keyPath: string, value: TypedJson | null): string | null {
  if (value === null) return null;
  return displayText(maskedJson(domain, keyPath, value));
}

const gone: Problem = {
  code: "fix-gone",
  title: "None of these fixes can be applied any more.",
  detail: "The file has changed since they were shown. Nothing was changed now.",
  fix: "Look at the findings again.",
};
