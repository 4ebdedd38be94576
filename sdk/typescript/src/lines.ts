/** What stands on each line, read as JSON; the stream is ended when the reader stops. */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  // Not every browser can iterate over a stream.
  const reader = stream.getReader();
  let rest = '';
  try {
    for (let end = false; !end; ) {
      const { done, value } = await reader.read();
      end = done;
      const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') yield JSON.parse(line);
    }
  } finally {
    await reader.cancel();
  }
}
