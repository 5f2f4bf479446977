/** Distances and counts are cut here and then divided by it. */
export const FAR = 3;
export const MANY = 6;

export function within(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

export function flag(holds: boolean | undefined): number {
  return holds ? 1 : 0;
}
