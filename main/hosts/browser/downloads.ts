import { randomUUID } from "node:crypto";

/** What the page takes at a time; it takes each as soon as it is told of it. */
const most = 8;

/** Files that the app has made and that the page has not taken yet. In memory only. */
export type Downloads = {
  /** By what the page takes the file. */
  readonly keep: (bytes: Uint8Array) => string;
  /** Once; null where there is no such file. */
  readonly take: (download: string) => Uint8Array | null;
};

/** Keeps the newest few: a page that was left behind never takes its own. */
export function createDownloads(): Downloads {
  const kept = new Map<string, Uint8Array>();
  return {
    keep: (bytes) => {
      const download = randomUUID();
      kept.set(download, bytes);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return download;
    },
    take: (download) => {
      const bytes = kept.get(download) ?? null;
      kept.delete(download);
      return bytes;
    },
  };
}
