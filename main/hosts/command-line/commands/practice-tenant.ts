import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseJsonText } from "../../../core/json/parse.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import {
  listScenarios,
  loadScenario,
  readTenant,
  startPracticeTenant,
  type Tenant,
  tenantJsonSchema,
} from "../../../practice-tenant/index.ts";
import type { CommandCall, RunCommand, Terminal } from "../command.ts";

/** A tenant with a thousand people and policies stays far below. */
const largestTenant = 4 * 1024 * 1024;
const DEFAULT_SCENARIO = "all-cloud-apps-mfa";

export const run: RunCommand = async (call, terminal) => {
  const printed = printable(call);
  if (printed !== null) {
    terminal.stdout(`${JSON.stringify(printed, null, call.json ? undefined : 2)}\n`);
    return 0;
  }
  const port = readPort(call.options["port"]);
  if (!port.ok) return port.problem;
  const tenant = await chooseTenant(call, terminal);
  if (!tenant.ok) return tenant.problem;
  const started = await startPracticeTenant({ tenant: tenant.value, port: port.value, endsOnPage: true });
  if (!started.ok) return started.problem;
  const practice = started.value;
  // mkdtemp makes the folder with mode 0700: other people on this machine see neither name nor file.
  const folder = await mkdtemp(join(tmpdir(), "latchkey-practice-"));
  try {
    const profile = join(folder, practice.profile.fileName);
    await writeFile(profile, practice.profile.bytes, { mode: 0o600 });
    const stopped = terminal.untilAskedToStop();
    terminal.stdout(`${JSON.stringify({ ...practice.description, profile })}\n`);
    await stopped;
  } finally {
    await rm(folder, { recursive: true, force: true });
    await practice.stop();
  }
  return 0;
};

/** What `--list` and `--schema` print instead of starting a tenant. */
function printable(call: CommandCall): unknown {
  if (call.options["list"] === true) return listScenarios();
  return call.options["schema"] === true ? tenantJsonSchema() : null;
}

async function chooseTenant(call: CommandCall, terminal: Terminal): Promise<Result<Tenant>> {
  const { tenant: file, scenario } = call.options;
  if (typeof file !== "string") {
    const loaded = loadScenario(typeof scenario === "string" ? scenario : DEFAULT_SCENARIO);
    return loaded.ok ? succeed(loaded.value.tenant) : loaded;
  }
  if (scenario !== undefined)
    return fail(wrongCall("--scenario and --tenant are both given.", "Give one of them."));
  const bytes = await terminal.readFile(file, largestTenant);
  if (!(bytes instanceof Uint8Array)) return fail(bytes);
  const json = parseJsonText(new TextDecoder().decode(bytes));
  if (json.ok) return readTenant(json.value);
  return fail({
    code: "practice-tenant-not-json",
    title: "The practice tenant cannot be read.",
    detail: `${file} is not JSON.`,
    fix: "A tenant is one JSON value; docs/practice-tenant.md describes it.",
    at: json.at,
  });
}

function readPort(value: CommandCall["options"][string]): Result<number> {
  if (value === undefined) return succeed(0);
  const port = typeof value === "string" && /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  return port >= 0 && port <= 65_535
    ? succeed(port)
    : fail(wrongCall("--port is not a port number.", "Give a number from 0 to 65535; 0 chooses a free one."));
}

function wrongCall(detail: string, fix: string): Problem {
  return { code: "wrong-call", title: "This is not how practice-tenant is called.", detail, fix };
}
