import { writeChecked } from "../../../app/export/write-checked.ts";
import type { Problem } from "../../../core/problem.ts";
import {
  type DescribedPayload,
  describeProfile,
  type ProfileDocument,
  readProfile,
  type WrapForm,
  type WriteOptions,
} from "../../../core/profile/index.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { openDocument } from "../open-document.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("convert");

type Request = { readonly input: string; readonly out: string; readonly options: Partial<WriteOptions> };

/** `convert IN -o OUT`: the same settings in another form (design section 4). */
export async function run(call: CommandCall, terminal: Terminal): Promise<ExitCode | Problem> {
  const request = readRequest(call);
  if ("code" in request) return request;
  const { input, out, options } = request;
  const opened = await openDocument(input, terminal, { domain: options.domain, typedJson: true });
  if (!opened.ok) return opened.problem;
  const { document } = opened.value;
  const to =
    options.to ?? formatOfName(out) ?? (document.format === "mobileconfig" ? "mobileconfig" : "plist");
  const written = await writeChecked(document, { ...options, to });
  if (!written.ok) return written.problem;
  const problem = await terminal.writeFile(out, written.value);
  if (problem !== null) return problem;
  const payloads = payloadsIn(written.value, document, options.domain);
  for (const { domain, form } of payloads) {
    if (options.form !== undefined && domain !== null && form !== "plist" && form !== options.form) {
      terminal.stderr(
        `${oneLine(domain)} stays in the ${form} form, because the ${options.form} form cannot say the same.\n`,
      );
    }
  }
  terminal.stdout(call.json ? `${JSON.stringify({ out, to, payloads })}\n` : `Wrote ${out} (${to}).\n`);
  return 0;
}

/** What the output holds: the payloads of a profile, else the settings that were taken from the input. */
function payloadsIn(
  written: Uint8Array,
  input: ProfileDocument,
  domain: string | undefined,
): readonly Omit<DescribedPayload, "values">[] {
  const output = readProfile(written, { fileName: null });
  const described = describeProfile(
    output.ok && output.value.format === "mobileconfig" ? output.value : input,
  );
  return described.payloads
    .filter((payload) => domain === undefined || payload.domain === domain)
    .map(({ values: _, ...payload }) => payload);
}

function readRequest({ positionals, options }: CommandCall): Request | Problem {
  const [input, ...more] = positionals;
  const { out, to, form, domain } = options;
  if (input === undefined || more.length > 0) return wrongCall("convert takes one input file.", usage);
  if (typeof out !== "string") return wrongCall("convert needs -o and the file to write.", usage);
  if (to !== undefined && !isTarget(to)) return wrongCall(`--to cannot be ${String(to)}.`, usage);
  if (form !== undefined && !isForm(form)) return wrongCall(`--form cannot be ${String(form)}.`, usage);
  return {
    input,
    out,
    options: {
      ...(to === undefined ? {} : { to }),
      ...(form === undefined ? {} : { form }),
      ...(typeof domain === "string" ? { domain } : {}),
    },
  };
}

/** The format that the name of the output asks for, where `--to` does not say. */
function formatOfName(out: string): WriteOptions["to"] | null {
  if (/\.mobileconfig$/i.test(out)) return "mobileconfig";
  if (/\.plist$/i.test(out)) return "plist";
  return /\.json$/i.test(out) ? "json" : null;
}

function isTarget(value: unknown): value is WriteOptions["to"] {
  return value === "mobileconfig" || value === "plist" || value === "binary-plist" || value === "json";
}

function isForm(value: unknown): value is WrapForm {
  return value === "direct" || value === "managed-preferences";
}
