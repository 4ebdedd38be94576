/**
 * Tells whether something is in another state than it was said to be in last, so that the log has each change
 * once, however often it is looked at. At first nothing is wrong.
 */
export function watchState(): (fault: string | null) => boolean {
  let told: string | null = null;
  return (fault) => {
    if (fault === told) return false;
    told = fault;
    return true;
  };
}
