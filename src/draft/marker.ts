/** Stands where a person has to fill something in: no real text reads so. */
export const marker = '‹fill in›';
