/** How a command ends, for scripts. */
export const exitCodes = { done: 0, atFault: 1, usage: 2, interrupted: 130 } as const;
