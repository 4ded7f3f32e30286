/** Tag of every app and service principal that a set-up makes: Graph finds them by it, so undo removes no other. */
export const setupTag = "latchkey-setup";

/** Note or description of everything that a set-up makes and that has room for one. */
export const setupNote = "Made by Latchkey set-up. Its undo script removes this.";
