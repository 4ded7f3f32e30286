/**
 * What is kept of a log. A log may be of any length: it is read as a stream, and what is beyond these numbers is counted and
 * left out, which the answer says.
 */
export const macLogLimits = {
  /** Characters of a line; `log show` itself cuts messages at 1,024 bytes unless it is asked for more. */
  line: 65_536,
  /** Characters of one JSON object. */
  object: 262_144,
  /** Characters of a message with the lines that go on. */
  message: 16_384,
  /** Characters of a line as it is shown, and those of one that decides. */
  shownLine: 1500,
  decidingLine: 4000,
  /** Attempts that are shown one by one, the newest. */
  attempts: 300,
  /** Lines of an attempt that are shown: at its beginning, before and behind the deciding one, at its end. */
  linesAtEdges: 40,
  /** Lines of all attempts together. */
  lines: 4000,
  /** Files of a folder that are looked into, and names that are read of it. */
  files: 200,
  names: 20_000,
  /** Bytes of one file, and of all together. */
  fileBytes: 2 * 1024 * 1024 * 1024,
  folderBytes: 4 * 1024 * 1024 * 1024,
  hosts: 20,
  codes: 50,
} as const;
