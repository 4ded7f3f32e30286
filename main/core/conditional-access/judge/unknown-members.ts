/**
 * Whether members that nobody knows, or that the export lost, can add to a list of who or what is meant. One whose name
 * begins with `exclude` can only take away.
 */
export function canAdd(unknown: readonly string[]): boolean {
  return unknown.some((path) => !/^exclude/iu.test(path.slice(path.lastIndexOf(".") + 1)));
}
