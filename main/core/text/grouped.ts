/** 1186 as 1,186. */
export function grouped(value: number): string {
  return new Intl.NumberFormat("en-US").format(value);
}
