/** Which form of a bundle it is, in short: what its ETag has, in every encoding. */
export function bundleTag(digest: string): string {
  return digest.slice(0, 32);
}
