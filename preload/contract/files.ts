/**
 * Stands for a file: for one that a person picked or dropped, until a call has read it, or for one that the app has made, until
 * the page has taken it. It is no path, is worth something once, and only to the page it was given to.
 */
export type FileHandle = string;

/** A file that the system, or a person in its dialog, hands over for the page to open. */
export type OfferedFile = { readonly fileName: string; readonly file: FileHandle };
