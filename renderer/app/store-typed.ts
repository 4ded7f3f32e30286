/**
 * Stores what is typed in the field that has the focus: a field does so when it is left. The focus stays where it was.
 *
 * A page in a window that is not in front loses the focus without an event (Chromium tells of it only where the page itself has
 * the focus), and a window can be closed from behind: the event is sent then.
 */
export function storeTyped(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) return;
  let isTold = false;
  const onTold = () => {
    isTold = true;
  };
  field.addEventListener("focusout", onTold, { once: true });
  field.blur();
  field.removeEventListener("focusout", onTold);
  if (!isTold) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  field.focus();
}
