import { chain, either } from '#core/classify/part';
import { type Phrase, phrase } from '#core/classify/phrase';

/** Error pages and traces of application servers: no person writes these. */
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
