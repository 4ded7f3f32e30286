import { createHash } from "node:crypto";
import {
  fingerprintText,
  type RunKind,
  type RunRecord,
  type SettingLeaf,
  settingLeaves,
  settingLines,
} from "../../core/history/index.ts";
import type { LoginResult } from "../../core/login-result.ts";
import type { OpenDocument } from "../document/open-document.ts";
import type { MetSwitches } from "./switch-changes.ts";

/** What is remembered about a run beside its record. */
export type RememberedRun = {
  readonly record: RunRecord;
  /** When the document was last edited before the run, ISO 8601; null when it was not. */
  readonly editedAt: string | null;
  /** Null also for a kept copy of an earlier session. */
  readonly switches: RunStart["switches"];
};

/** What is known when a run starts. The document may be edited, or another one opened, before it ends. */
export type RunStart = {
  readonly kind: RunKind;
  readonly open: OpenDocument;
  /** Name of the practice scenario; null for a run against the profile's own tenant. */
  readonly scenario: string | null;
  /** What people call the scenario. */
  readonly scenarioTitle: string | null;
  /** How the switches of the practice tenant stood; null for the profile's own tenant. */
  readonly switches: MetSwitches | null;
};

export type DocumentState = Pick<RunRecord, "documentKey" | "profileFingerprint" | "settings">;

/** Runs in memory; the oldest goes when there are too many. */
const mostRuns = 200;

/** The memory of one session: runs, and which documents and secrets are the same. */
export type RunMemory = {
  /** A document was opened: from now on its runs belong together, whatever is edited in it. */
  readonly opened: (open: OpenDocument) => void;
  readonly stateOf: (open: OpenDocument) => DocumentState;
  readonly remember: (run: RememberedRun) => void;
  readonly all: () => readonly RememberedRun[];
  readonly forget: (id: string) => void;
  readonly clear: () => void;
};

export function createRunMemory(): RunMemory {
  const runs: RememberedRun[] = [];
  const secrets = new Map<string, string>();
  let documentKey = "";
  const markSecret = (secret: string): string => {
    const mark = secrets.get(secret) ?? String(secrets.size + 1);
    secrets.set(secret, mark);
    return mark;
  };
  return {
    opened: (open) => {
      documentKey = keyOf(open);
    },
    stateOf: (open) => {
      const leaves = settingLeaves(open.document).map((leaf) => (open.practice ? withoutPort(leaf) : leaf));
      return {
        documentKey,
        profileFingerprint: sha256(fingerprintText(leaves)),
        settings: settingLines(leaves, markSecret),
      };
    },
    remember: (run) => {
      runs.push(run);
      runs.splice(0, Math.max(0, runs.length - mostRuns));
    },
    all: () => runs,
    forget: (id) => {
      const index = runs.findIndex(({ record }) => record.id === id);
      if (index >= 0) runs.splice(index, 1);
    },
    clear: () => {
      runs.length = 0;
      secrets.clear();
    },
  };
}

/** Puts a record together; the results come in as the runs made them. */
export function runRecord(
  id: string,
  start: Pick<RunStart, "kind" | "scenario" | "scenarioTitle">,
  state: DocumentState,
  results: readonly LoginResult[],
  paired: RunRecord["paired"],
): RunRecord {
  return {
    id,
    kind: start.kind,
    startedAt: results[0]?.startedAt ?? "",
    ...state,
    practice: start.scenario !== null,
    scenario: start.scenario,
    scenarioTitle: start.scenarioTitle,
    results,
    paired,
    masked: false,
  };
}

/** The practice tenant listens on another port after every start; that is no change of its profile. */
function withoutPort(leaf: SettingLeaf): SettingLeaf {
  if (leaf.value.kind !== "string") return leaf;
  const value = leaf.value.value.replace(/^(http:\/\/127\.0\.0\.1):\d+\//, "$1/");
  return { ...leaf, value: { kind: "string", value } };
}

/** A profile is known by the identifier and UUID it was opened with, a bare property list by the name of its file. */
function keyOf({ document, fileName }: OpenDocument): string {
  const text = (key: string) => {
    const value = document.root.entries.get(key);
    return value?.kind === "string" ? value.value : "";
  };
  const identity = [text("PayloadIdentifier"), text("PayloadUUID").toLowerCase()];
  return sha256(JSON.stringify(identity.some((part) => part !== "") ? identity : [fileName]));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
