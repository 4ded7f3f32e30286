const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether the text is valid Unicode, that is, holds no half of a surrogate pair. Only such text survives UTF-8. */
export function isWellFormed(text: string): boolean {
  return !loneSurrogate.test(text);
}
