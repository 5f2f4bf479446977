import card from './card.json' with { type: 'json' };

/** The picture beside a shared link, 800 × 400: it tells no state, so that it never says what no longer holds. */
export const PICTURE: Uint8Array = Buffer.from(card.png, 'base64');
