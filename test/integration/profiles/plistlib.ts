import { spawnSync } from "node:child_process";
import type { TypedJson } from "../../../main/core/plist/index.ts";

/** What python's plistlib says about a file: its value as typed JSON, or its error. */
export type PythonReading = { readonly value: TypedJson } | { readonly error: string };

let found: boolean | null = null;

/** Whether python3 with plistlib is on this machine, asked once; the comparisons say so and end where it is not. */
export function hasPlistlib(): boolean {
  found ??= spawnSync("python3", ["-c", "import plistlib"]).status === 0;
  if (!found) console.log("python3 with plistlib is not on this machine: comparisons with it are left out.");
  return found;
}

/** Reads many property lists in one python process, as typed JSON with sorted keys. */
export function readWithPlistlib(contents: readonly Uint8Array[]): readonly PythonReading[] {
  const input = JSON.stringify(contents.map((bytes) => Buffer.from(bytes).toString("base64")));
  const run = spawnSync("python3", ["-c", script], { input, maxBuffer: 512 * 1024 * 1024, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`python3 failed: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

/**
 * Typed JSON for comparison with plistlib: keys sorted, dates to whole microseconds. plistlib keeps `CF$UID`
 * dictionaries of XML files as dictionaries, Apple and we read them as references.
 */
export function comparable(json: TypedJson): string {
  return JSON.stringify(json, (_, value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

const script = `
import sys, json, base64, plistlib, datetime, math
def typed(v):
    if v is None: return {"$nothing": True}
    if isinstance(v, bool): return v
    if isinstance(v, str): return v
    if isinstance(v, int): return v if abs(v) < 2**53 else {"$integer": str(v)}
    if isinstance(v, float):
        if math.isnan(v): return {"$real": "nan"}
        if math.isinf(v): return {"$real": "+infinity" if v > 0 else "-infinity"}
        if v == 0 and math.copysign(1, v) < 0: return {"$real": "-0.0"}
        return {"$real": v} if v == int(v) else v
    if isinstance(v, bytes): return {"$data": base64.b64encode(v).decode()}
    if isinstance(v, datetime.datetime):
        text = v.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")
        return {"$date": text + (("." + ("%06d" % v.microsecond).rstrip("0")) if v.microsecond else "") + "Z"}
    if isinstance(v, plistlib.UID): return {"$uid": v.data}
    if isinstance(v, (list, tuple)): return [typed(x) for x in v]
    if isinstance(v, dict):
        if list(v) == ["CF$UID"] and type(v["CF$UID"]) is int: return {"$uid": v["CF$UID"]}
        return {("$" + k if str(k).startswith("$") else str(k)): typed(x) for k, x in v.items()}
    raise TypeError(repr(type(v)))
sys.setrecursionlimit(20000)
out = []
for content in json.load(sys.stdin):
    try: out.append({"value": typed(plistlib.loads(base64.b64decode(content)))})
    except BaseException as e: out.append({"error": type(e).__name__ + ": " + str(e)})
json.dump(out, sys.stdout)
`;
