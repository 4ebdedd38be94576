/**
 * The results of works that were begun together. Where one fails, the others have ended too before the first error is
 * thrown: none of them goes on behind a transaction that was rolled back.
 */
export async function allOf<const Works extends readonly unknown[]>(
  works: Works,
): Promise<{ -readonly [Place in keyof Works]: Awaited<Works[Place]> }> {
  try {
    return await Promise.all(works);
  } finally {
    await Promise.allSettled(works);
  }
}
