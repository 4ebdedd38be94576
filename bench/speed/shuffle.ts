import { randomOf } from '../random.ts';

/** The items in an order that looks random and is the same each time. */
export function shuffle<Item>(items: readonly Item[]): Item[] {
  const random = randomOf('shuffle', items.length);
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    [shuffled[index], shuffled[other]] = [shuffled[other] as Item, shuffled[index] as Item];
  }
  return shuffled;
}
