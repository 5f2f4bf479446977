/** Look of one simulated portal, and the error texts of its database. */
export interface Look {
  readonly name: string;
  readonly slogan: string;
  /** Main colour, dark enough for white text (contrast above 4.5). */
  readonly colour: string;
  readonly menus: readonly string[];
  /** The search term of the public search. */
  readonly subject: string;
  /** Text of an HTTP 200 page when the database is down. Each product has its own wording. */
  readonly databaseError: string;
}

/** For a service without a look in an operator's folder. */
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
