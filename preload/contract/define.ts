/** One call: what goes in, as the page writes it, and what main answers. */
export type Call<I, O> = { readonly input: I; readonly output: O };

/** The input of a call that takes none. */
export type Nothing = { readonly [key: string]: never };

/** The names of an area; the compiler refuses a list that misses one or has one too many. */
export type Names<Area> = Readonly<Record<keyof Area, true>>;
