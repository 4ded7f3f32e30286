/**
 * `latchkey … | head` closes the pipe early; that ends the program without a word, it is no fault of it. Output that
 * cannot be written for another reason (a full disk) ends it too, as a call that went wrong.
 */
export function endOnClosedPipe(process: NodeJS.Process): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      if (stream === process.stdout)
        process.stderr.write(`latchkey: the answer could not be written: ${error.code ?? error.name}.\n`);
      process.exit(2);
    });
  }
}
