/** An id as it stands in a sentence: both ends, by which ids are told apart. What is short already stays whole. */
export function shortId(id: string): string {
  return id.length <= 16 ? id : `${id.slice(0, 8)}…${id.slice(-4)}`;
}
