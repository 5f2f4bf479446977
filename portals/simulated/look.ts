/** How one simulated portal looks and how its own database complains. */
export interface Look {
  readonly name: string;
  readonly slogan: string;
  /** Main colour, dark enough for white text (contrast above 4.5). */
  readonly colour: string;
  readonly menus: readonly string[];
  /** The term that the public search looks for. */
  readonly subject: string;
  /** Text of an HTTP 200 page when the database is gone. Each product has its own wording. */
  readonly databaseError: string;
}

/** For a service that no operator's folder gives a look. */
export function plainLook(name: string): Look {
  return {
    name,
    slogan: '온라인 민원 서비스',
    colour: '#333d4b',
    menus: ['민원 안내', '신청', '조회'],
    subject: '민원',
    databaseError: 'DB 접속 오류',
  };
}
