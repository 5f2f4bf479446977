import card from './card.json' with { type: 'json' };

/** The picture beside a shared link, 800 × 400. It shows no state, so it is never out of date. */
export const PICTURE: Uint8Array = Buffer.from(card.png, 'base64');
