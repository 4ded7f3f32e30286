/** Stores what is typed in the field that has the focus: a field does so when it is left. The focus stays where it was. */
export function storeTyped(): void {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    field.blur();
    field.focus();
  }
}
