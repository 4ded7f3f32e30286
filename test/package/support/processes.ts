import { readdir, readFile, readlink } from "node:fs/promises";

/** A process as Linux tells about it in /proc. */
export type Process = {
  readonly pid: number;
  readonly parent: number;
  readonly command: readonly string[];
  readonly status: Readonly<Record<string, string>>;
};

/** A process and all that it started, and what they started. */
export async function processTree(pid: number): Promise<readonly Process[]> {
  const all = await everyProcess();
  const tree = all.filter((process) => process.pid === pid);
  for (const { pid: parent } of tree) tree.push(...all.filter((process) => process.parent === parent));
  return tree;
}

/** The TCP ports that these processes listen on, whatever the address. */
export async function listeningPorts(processes: readonly Process[]): Promise<readonly number[]> {
  const inodes = new Set<string>();
  for (const { pid } of processes) for (const socket of await socketsOf(pid)) inodes.add(socket);
  const tables = await Promise.all(["tcp", "tcp6"].map((name) => readOr(`/proc/net/${name}`, "")));
  return tables
    .join("\n")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === "0A" && inodes.has(inode ?? ""))
    .map(([, local = ""]) => Number.parseInt(local.split(":")[1] ?? "", 16));
}

async function everyProcess(): Promise<readonly Process[]> {
  const names = await readdir("/proc");
  const found = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map((name) => readProcess(Number(name))),
  );
  return found.filter((process) => process !== null);
}

/** Null for a process that has gone meanwhile. */
async function readProcess(pid: number): Promise<Process | null> {
  const [status, command] = await Promise.all(
    ["status", "cmdline"].map((name) => readOr(`/proc/${pid}/${name}`, "")),
  );
  if (status === undefined || status === "") return null;
  const lines = status.split("\n").map((line) => line.split(/:\s*/));
  const fields = Object.fromEntries(lines.map(([name = "", value = ""]) => [name, value]));
  return {
    pid,
    parent: Number(fields["PPid"]),
    // Chromium's own processes write theirs anew, with blanks between the arguments.
    command: (command ?? "").split(/[\0 ]/).filter((part) => part !== ""),
    status: fields,
  };
}

async function socketsOf(pid: number): Promise<readonly string[]> {
  const names = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const targets = await Promise.all(names.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => "")));
  return targets.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []);
}

async function readOr(path: string, otherwise: string): Promise<string> {
  return readFile(path, "utf8").catch(() => otherwise);
}
