import { chain } from '#core/classify/part';
import { type Phrase, phrase } from '#core/classify/phrase';

/** The password is correct but too old. */
export const EXPIRED_PHRASES: readonly Phrase[] = [
  phrase({
    rule: 'password-old',
    weight: 2,
    ko: [
      {
        name: 'changed-long-ago',
        is: '비밀번호를 변경한 지 90일이 지났습니다',
        not: '비밀번호를 변경했습니다',
        any: [
          chain(
            /(비밀번호|패스워드)(를|을|는)?(마지막으로)?(변경|수정|등록)(한지|하신지|한후|하신후|한뒤|후)(최소|약|이미)?\d*.{0,8}/u,
            /(지났|지나|경과|초과|넘)/u,
          ),
        ],
      },
      {
        name: 'last-change',
        is: '마지막 변경일로부터 90일이 경과',
        not: '마지막 변경일',
        any: [
          /(마지막|최종|최근)(비밀번호)?변경(일|후|이후)?(로|부터|로부터|에서)*\d*.{0,20}(지났|지나|경과|초과)/u,
        ],
      },
      {
        name: 'not-changed',
        is: '90일 이상 비밀번호를 변경하지 않으셨습니다',
        not: '90일 이상 근무',
        any: [
          /\d+(일|개월|달)(이상|동안|간|넘게|째)?(동일한?|같은)?비밀번호를?(변경하지않|바꾸지않|쓰고|쓰셨|사용(하고|중|하셨))/u,
        ],
      },
    ],
    source: 'heuristic: portals that ask for a new password',
  }),
  phrase({
    rule: 'password-over',
    weight: 2,
    ko: [
      {
        name: 'period-over',
        is: '비밀번호 유효기간이 만료되었습니다',
        not: '비밀번호 유효기간은 90일입니다',
        any: [
          chain(
            /(비밀번호|패스워드)(의)?(유효|사용|이용|변경)?(기간|기한|주기|일)?(\(.{1,6}\))?(이|가)?/u,
            /(만료|경과(하|되)|도래|지났|초과(하|되))/u,
          ),
        ],
      },
      {
        name: 'change-needed',
        is: '비밀번호 변경이 필요합니다',
        not: '비밀번호 변경이 완료되었습니다',
        any: [/(비밀번호|패스워드)(의)?변경(이|을)?(필요합|필요한|하셔야|해야)/u],
      },
      {
        name: 'long-the-same',
        is: '오랫동안 같은 비밀번호를 사용',
        not: '새 비밀번호를 사용',
        any: [/(장기간|오랫동안|오래)(같은|동일한)?비밀번호를?(변경하지않|바꾸지않|사용)/u],
      },
      {
        name: 'days-in-use',
        is: '비밀번호를 180일 동안 사용하고 있습니다',
        not: '비밀번호를 입력하세요',
        any: [
          /비밀번호를\d+(일|개월)(이상|동안|간|째)?사용(하고|중)|동일한비밀번호를(사용|이용)(하고|중)/u,
        ],
      },
    ],
    en: [
      {
        name: 'expired',
        is: 'Your password has expired',
        not: 'Your password was saved',
        any: [
          /password (has |is )?expired/u,
          /(time to|need to|must|please) (change|update|reset) your password/u,
          /must change your password|password change (is )?required/u,
        ],
      },
    ],
    source: 'heuristic: portals that ask for a new password',
  }),
  phrase({
    rule: 'change-later',
    weight: 1,
    ko: [
      {
        name: 'later',
        is: '다음에 변경하기',
        not: '다음에 보기',
        any: [/(다음에|나중에|\d+일(후|뒤)에?)(비밀번호)?(변경|바꾸)(하기)?/u],
      },
      {
        name: 'change-offered',
        is: '비밀번호 변경 안내',
        not: '비밀번호 찾기',
        any: [/비밀번호변경(안내|하기)/u],
      },
      { name: 'new-password', is: '새로운 비밀번호', not: '비밀번호', any: [/새(로운)?비밀번호/u] },
    ],
    source: 'heuristic',
  }),
];
