import { chain, either } from '#core/classify/part';
import { type Phrase, phrase } from '#core/classify/phrase';

/** Error pages and stack traces of application servers. No person writes these. */
export const APP_SERVER_PHRASES: readonly Phrase[] = [
  phrase({
    rule: 'tomcat-status-page',
    weight: 3,
    en: [
      {
        name: 'tomcat',
        is: 'HTTP Status 500 – Internal Server Error',
        not: 'HTTP status codes',
        any: [/http status \d{3}( –| -|$)|jbweb\d{6}|apache tomcat\/\d[\w.]* - error report/u],
      },
    ],
    source: 'Tomcat and JBoss ErrorReportValve',
  }),
  phrase({
    rule: 'java-trace',
    weight: 3,
    en: [
      {
        name: 'exception-class',
        is: 'java.lang.NullPointerException',
        not: 'java.lang.String',
        any: [
          chain(
            /\b/u,
            either(
              /java|javax|jakarta|jeus|weblogic|egovframework|org\.springframework/u,
              /org\.apache|com\.ibatis|com\.tmax/u,
            ),
            /\.[\w.$]+(exception|error)\b/u,
          ),
        ],
      },
      {
        name: 'stack-frame',
        is: 'at com.portal.Main.run(Main.java:42)',
        not: 'at home',
        any: [/\bat [\w.$<> ]+\([\w$/.-]+\.(java|js|ts|jsp):\d+(:\d+)?\)/u],
      },
      {
        name: 'cause',
        is: 'nested exception is java.io.IOException',
        not: 'caused by',
        any: [/caused by: \S+|nested exception is|servlet\.service\(\)/u],
      },
      {
        name: 'node-code',
        is: 'connect ECONNREFUSED 10.0.0.1:8080',
        not: 'connect to 10.0.0.1:8080',
        any: [/\b(econnrefused|etimedout|econnreset)\b/u],
      },
    ],
    source: 'traces of Java and Node',
  }),
  phrase({
    rule: 'screen-tool',
    weight: 2.5,
    ko: [
      {
        name: 'call-failed',
        is: '[WSQ] 서브미션 실패',
        not: '서브미션 안내',
        any: [/(서브미션|트랜잭션|서비스호출)(이|에|을|를|처리)?(중)?(실패|오류|에러)/u],
      },
      {
        name: 'call-named',
        is: 'sbm_search 처리 중 통신 오류',
        not: 'sbm_search',
        any: [/(sbm_?|svc_?|tr_)\w+.{0,30}(오류|에러|실패)/u],
      },
    ],
    en: [
      {
        name: 'call-answered-with-error',
        is: 'sbm_selectList : HTTP status 500',
        not: 'HTTP status 200',
        any: [
          /http status:? ?5\d\d|failed to get data|httpreceiveerror|http receive error/u,
          /\b(sbm|svc)_\w+.{0,40}(error|fail|status:? ?5\d\d)/u,
        ],
      },
    ],
    source: 'message boxes of WebSquare, nexacro and XPLATFORM',
  }),
  phrase({
    rule: 'asp-page',
    weight: 3,
    en: [
      {
        name: 'asp',
        is: "Active Server Pages error 'ASP 0113'",
        not: 'asparagus',
        any: [/active server pages ?error|error '(asp \d{4}|8\d{3}\w{4})'|script timed out/u],
      },
    ],
    source: 'classic ASP',
  }),
  phrase({
    rule: 'jeus-page',
    weight: 2,
    en: [
      {
        name: 'jeus',
        is: 'JEUS WebContainer 8',
        not: 'jesus',
        any: [/\bjeus( web ?container)?[ /]?\d|\bwebtob\b|jeus\.servlet/u],
      },
    ],
    source: 'JEUS and WebtoB default pages',
  }),
  phrase({
    rule: 'weblogic-page',
    weight: 3,
    en: [
      {
        name: 'weblogic',
        is: 'Error 404--Not Found',
        not: 'Error 404',
        any: [
          /error \d{3}--|failure of server apache bridge/u,
          /from rfc \d{4} hypertext transfer protocol/u,
        ],
      },
    ],
    source: 'WebLogic default error page',
  }),
  phrase({
    rule: 'iis-page',
    weight: 3,
    en: [
      {
        name: 'iis',
        is: "Server Error in '/' Application.",
        not: 'Server rooms',
        any: [
          /server error in '\/\S*' application|http error \d{3}\.\d|iis windows server/u,
          /^iis ?\d*$|internet information services|\biis\d?\b.{0,20}(welcome|windows)/u,
          /runtime error.*application error occurred/u,
        ],
      },
    ],
    source: 'IIS and ASP.NET default pages',
  }),
];
