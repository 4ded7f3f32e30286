import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { GraphClient } from "../practice-tenant/graph-client.ts";

/** The package has no types of its own. */
const { search }: { readonly search: (data: unknown, expression: string) => unknown } = createRequire(
  import.meta.url,
)("jmespath");

/** One call of `az`, as it came: each argument byte for byte. */
export type AzCall = readonly string[];

/** What a run of a script did. */
export type ScriptRun = {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly calls: readonly AzCall[];
  /** Requests that change something, as `POST /v1.0/applications`. */
  readonly sent: readonly string[];
  /** Files that the script left in its folder: none, unless something else was run. */
  readonly files: readonly string[];
};

/** Hands its arguments to the test, byte for byte, and prints what comes back. It starts nothing, so a run takes no time. */
const standIn = `#!/bin/bash
exec 3<>"/dev/tcp/127.0.0.1/$AZ_PORT"
printf '%s\\0' "$#" "$@" >&3
IFS= read -r code <&3
while IFS= read -r line <&3 || [[ -n $line ]]; do
  if [[ $code == 0 ]]; then printf '%s\\n' "$line"; else printf '%s\\n' "$line" >&2; fi
done
exit "$code"
`;

/**
 * Runs a script for Azure CLI under bash. Its PATH holds a stand-in for `az` that does `rest` against this Graph, and a `sleep` that
 * does not sleep: what else a script wants to run is not there.
 *
 * @param answer what is typed at its question
 */
export async function runAzScript(script: string, graph: GraphClient, answer = "yes\n"): Promise<ScriptRun> {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-az-"));
  const [bin, work, file] = [
    mkdtempSync(join(folder, "bin-")),
    mkdtempSync(join(folder, "work-")),
    join(folder, "script"),
  ];
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(bin, "az"), standIn);
  chmodSync(join(bin, "az"), 0o700);
  symlinkSync("/bin/true", join(bin, "sleep"));
  writeFileSync(file, script);
  const calls: AzCall[] = [];
  const sent: string[] = [];
  const server = createServer((socket) => {
    readCall(socket, async (call) => {
      calls.push(call);
      const request = readRest(call);
      if (request.method !== "GET") sent.push(`${request.method} ${request.address}`);
      socket.end(await answerOf(request, graph));
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const environment = { PATH: bin, AZ_PORT: String(port), LC_ALL: "C.UTF-8" };
  const run = await new Promise<Pick<ScriptRun, "code" | "stdout" | "stderr">>((done) => {
    const child = execFile(
      "/bin/bash",
      ["--norc", file],
      { cwd: work, env: environment },
      (error, stdout, stderr) => done({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
    child.stdin?.end(answer);
  });
  await new Promise((closed) => server.close(closed));
  return { ...run, calls, sent, files: readdirSync(work) };
}

/** Reads the count of arguments and as many of them, each ended by a NUL. */
function readCall(socket: Socket, take: (call: AzCall) => void): void {
  let bytes = Buffer.alloc(0);
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    const [count = "", ...parts] = new TextDecoder("utf-8", { fatal: true }).decode(bytes).split("\0");
    if (parts.length === Number(count) + 1) take(parts.slice(0, -1));
  });
}

type Rest = {
  readonly method: string;
  readonly address: string;
  readonly body: unknown;
  readonly query: string;
};

/** The options of `az rest` that a script uses; any other ends the test. */
function readRest(call: AzCall): Rest {
  const [command, ...args] = call;
  if (command !== "rest") throw new Error(`az ${command}`);
  const options = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const [name = "", value = ""] = [args[at], args[at + 1]];
    if (name === "--only-show-errors") continue;
    if (!["--method", "--url", "--body", "--headers", "--query", "--output"].includes(name))
      throw new Error(`az rest ${name}`);
    options.set(name, value);
    at += 1;
  }
  const url = options.get("--url") ?? "";
  if (!url.startsWith("https://graph.microsoft.com/")) throw new Error(url);
  const body = options.get("--body");
  return {
    method: options.get("--method") ?? "GET",
    address: url.slice("https://graph.microsoft.com".length),
    body: body === undefined ? undefined : JSON.parse(body),
    query: options.get("--query") ?? "@",
  };
}

/** Exit code on the first line, then what `az` prints. */
async function answerOf({ method, address, body, query }: Rest, graph: GraphClient): Promise<string> {
  const answer = await graph(method, address, body);
  if (answer.status >= 400) return `1\nERROR: ${JSON.stringify(answer.body)}\n`;
  const found = search(answer.status === 204 ? null : answer.body, query);
  return `0\n${tsv(found)}`;
}

/** As `--output tsv` prints it: a line for a text, a number, or each item of a list. */
function tsv(value: unknown): string {
  const items = Array.isArray(value) ? value : [value];
  return items.map((item) => `${item === null ? "None" : String(item)}\n`).join("");
}
