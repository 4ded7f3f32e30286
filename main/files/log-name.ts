/** Names that sign-in logs have. */
export function isLogName(name: string): boolean {
  return /\.(?:json|jsonl|ndjson|csv|log|txt)(?:\.gz)?$/i.test(name);
}
