/** `latchkey … | head` closes the pipe early; that ends the program without a word, it is no fault of it. */
export function endOnClosedPipe(process: NodeJS.Process): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
  }
}
