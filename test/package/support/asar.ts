import { open } from "node:fs/promises";

/** A file of an archive or a folder. */
export type ListedFile = { readonly path: string; readonly bytes: number };

type Node = {
  readonly files?: Readonly<Record<string, Node>>;
  readonly size?: number;
  readonly link?: string;
  readonly unpacked?: boolean;
};

/**
 * Lists the files of an asar archive, in the order of their paths. The format: four numbers of four bytes, of which the last is
 * the length of the JSON that follows (https://github.com/electron/asar#format). A link is an error, and so is
 * a file that lies beside the archive, but for those of `unpacked`, which are left out.
 */
export async function listAsar(path: string, unpacked: RegExp): Promise<readonly ListedFile[]> {
  const file = await open(path, "r");
  try {
    const sizes = Buffer.alloc(16);
    await file.read(sizes, 0, 16, 0);
    const header = Buffer.alloc(sizes.readUInt32LE(12));
    await file.read(header, 0, header.length, 16);
    const found: ListedFile[] = [];
    collect(JSON.parse(header.toString("utf8")) as Node, "", unpacked, found);
    return found.sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await file.close();
  }
}

function collect(node: Node, path: string, unpacked: RegExp, found: ListedFile[]): void {
  if (node.unpacked === true && unpacked.test(path)) return;
  if (node.link !== undefined || node.unpacked === true) throw new Error(`${path} is a link or unpacked.`);
  if (node.files === undefined) found.push({ path, bytes: node.size ?? 0 });
  else
    for (const [name, child] of Object.entries(node.files))
      collect(child, path === "" ? name : `${path}/${name}`, unpacked, found);
}
