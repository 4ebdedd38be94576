/** The temporary folder that a client is made in, and the server that it calls. */
export interface Workplace {
  folder: string;
  /** Like http://127.0.0.1:3000. */
  address: string;
}
