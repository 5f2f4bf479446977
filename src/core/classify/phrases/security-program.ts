import { chain } from '#core/classify/part';
import { type Phrase, phrase } from '#core/classify/phrase';

/** The page requires a program on the visitor's computer. The monitor never installs one. */
export const SECURITY_PROGRAM_PHRASES: readonly Phrase[] = [
  phrase({
    rule: 'security-program',
    weight: 2.5,
    ko: [
      {
        name: 'not-installed',
        is: '키보드 보안 프로그램이 설치되어 있지 않습니다',
        not: '보안 프로그램 목록',
        any: [
          chain(
            /(보안|키보드|방화벽|백신|인증서?|통합|가상키패드|암호화|위변조)[가-힣]{0,10}/u,
            /(프로그램|모듈|솔루션|플러그인|툴킷)(이|가|을|를|의)?[^.]{0,6}/u,
            /(설치(되어있지않|되지않)|미설치|설치(해|하여)주|설치하(셔야|시기|시겠)|설치가필요)/u,
          ),
        ],
      },
      {
        name: 'install-page',
        is: '서비스 이용을 위해 프로그램을 설치하셔야 합니다',
        not: '프로그램 설치 안내',
        any: [
          /(이용|접속|로그인)[^.]{0,14}프로그램(을|를)?(수동|통합|일괄|전체)?설치(해주|하여주|하셔야|하시기|가필요)/u,
          /보안프로그램(통합)?설치(페이지|화면)(로|입니다)/u,
          /(아래|다음)(의)?(보안)?프로그램(을|이)(모두)?(설치하(셔야|여야|시기)|필요)/u,
        ],
      },
    ],
    en: [
      {
        name: 'install',
        is: 'Please install the security program',
        not: 'Security programme',
        any: [
          /install (the |our |a )?(keyboard |certificate )?security (program|module|plug-?in)/u,
        ],
      },
    ],
    source: 'heuristic: install pages of Korean portals',
  }),
];
