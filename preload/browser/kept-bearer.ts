const key = "latchkey.bearer";

/** The bearer of this tab: it lasts through a reload, and goes when the tab is closed. */
export const keptBearer = {
  get: (): string | null => sessionStorage.getItem(key),
  set: (bearer: string): void => sessionStorage.setItem(key, bearer),
};
