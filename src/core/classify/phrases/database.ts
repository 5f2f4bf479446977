import { chain } from '#core/classify/part';
import { type Phrase, phrase } from '#core/classify/phrase';

/** Texts that only a database or its driver writes. If one is seen, a notice may say DB오류. */
export const DATABASE_PHRASES: readonly Phrase[] = [
  phrase({
    rule: 'database-oracle',
    weight: 3,
    en: [
      {
        name: 'oracle',
        is: 'ORA-12541: TNS:no listener',
        not: 'oracle of delphi',
        any: [/\bora-\d{4,5}\b|\btns-\d{5}\b|network adapter could not establish/u],
      },
    ],
    source: 'Oracle',
  }),
  phrase({
    rule: 'database-tibero',
    weight: 3,
    en: [
      {
        name: 'tibero',
        is: 'TBR-2139 : Connection to server failed',
        not: 'tiber',
        any: [
          /\btbr-\d{4,5}\b|\bjdbc-\d{4,5}\b|tbsqlexception/u,
          /\btibero\b.{0,40}(error|exception|refused|fail)/u,
        ],
      },
    ],
    source: 'Tibero JDBC',
  }),
  phrase({
    rule: 'database-cubrid',
    weight: 3,
    en: [
      {
        name: 'cubrid',
        is: 'cubrid.jdbc.driver.CUBRIDException',
        not: 'cubrid user guide',
        any: [
          /cubridexception|\bcubrid\b.{0,60}(error|exception|fail|refused|cannot|invalid)/u,
          /failed to connect to database server/u,
        ],
      },
    ],
    source: 'CUBRID JDBC',
  }),
  phrase({
    rule: 'database-altibase',
    weight: 3,
    en: [
      {
        name: 'altibase',
        is: 'Altibase.jdbc error',
        not: 'altibase user guide',
        any: [
          /altibasesqlexception|\baltibase\b.{0,60}(error|exception|fail)/u,
          /\[?err-[0-9a-f]{5} ?:/u,
        ],
      },
    ],
    source: 'Altibase JDBC',
  }),
  phrase({
    rule: 'database-mysql',
    weight: 3,
    en: [
      {
        name: 'mysql',
        is: 'Communications link failure',
        not: 'communication skills',
        any: [
          /table '[^']+' (is marked as crashed|doesn't exist|is full)|\bmarked as crashed\b/u,
          /unknown column '[^']+' in( '[^']+')?|duplicate entry '[^']*' for key|lock wait timeout exceeded/u,
          /lost connection to mysql|got error \d+ (".*" )?from storage engine/u,
          /\b(mysql|mariadb|mssql|postgres\w*|redis|mongodb) connect(ion)? (error|fail)/u,
          /communications? link failure|can't connect to (local )?mysql/u,
          /mysqli?_?(connect|query|fetch_\w+|num_rows)?\(\)|mysql server has gone away/u,
          /access denied for user '[^']*'@|\(using password: (yes|no)\)|to be mysqli_result/u,
          /error establishing a database connection|too many connections|\(hy000\/\d+\)/u,
        ],
      },
    ],
    source: 'MySQL, PHP and WordPress',
  }),
  phrase({
    rule: 'database-postgres',
    weight: 3,
    en: [
      {
        name: 'postgres',
        is: 'org.postgresql.util.PSQLException',
        not: 'postgresql manual',
        any: [
          /psqlexception|relation "[^"]+" does not exist|too many clients already/u,
          /could not connect to server: connection refused|remaining connection slots/u,
        ],
      },
    ],
    source: 'PostgreSQL',
  }),
  phrase({
    rule: 'database-mssql',
    weight: 3,
    en: [
      {
        name: 'sql-server',
        is: 'Unclosed quotation mark after the character string',
        not: 'sql server course',
        any: [
          /adodb\.\w+.{0,60}800a|dbnetlib|ole db provider|sqlserverexception|sql server does not exist/u,
          /unclosed quotation mark/u,
        ],
      },
    ],
    source: 'SQL Server',
  }),
  phrase({
    rule: 'database-driver',
    weight: 3,
    en: [
      {
        name: 'sql-message',
        is: 'You have an error in your SQL syntax',
        not: 'sql course',
        any: [
          /login failed for user|deadlock found|\bsql\d{4,5}[a-z]?\b|^sql error/u,
          /(error in your )?sql syntax|system\.data\.\w+/u,
        ],
      },
      {
        name: 'driver-names',
        is: 'ODBC Microsoft Driver error',
        not: 'odbc settings',
        any: [/mongo(network|server)\w*error|odbc .{0,20}(driver|error)|sqlstate ?[[(]?\w{5}/u],
      },
      {
        name: 'connection-pools',
        is: 'Could not open JDBC Connection',
        not: 'swimming pool is open',
        any: [
          /sqlexception|cannotgetjdbcconnection|could not (get|open) jdbc connection/u,
          /poolableconnectionfactory|hikaripool-\d/u,
          /jdbc connection.{0,30}(fail|refus|timed)/u,
        ],
      },
      {
        name: 'spring-exceptions',
        is: 'BadSqlGrammarException',
        not: 'grammar book',
        any: [
          /connection pool (exhausted|is full)|badsqlgrammar|genericjdbcexception/u,
          /could not extract resultset|dataaccessresourcefailure/u,
        ],
      },
    ],
    source: 'JDBC pools and Spring',
  }),
  phrase({
    rule: 'database-words',
    weight: 2,
    ko: [
      {
        name: 'database-fails',
        is: '데이터베이스 연결에 실패',
        not: '데이터베이스 구축 사업',
        any: [
          chain(
            /(db|디비|데이터베이스|dbms)(서버)?(에|의|와|와의)?(접속|연결|연동|커넥션|조회|처리)?(중|에|이|을)?/u,
            /(오류|에러|장애|실패|끊|할수없|되지않|하지못)(?!를?미리|예측|대응|관리|분석)/u,
          ),
        ],
      },
      {
        name: 'database-silent',
        is: 'DBMS 응답이 없습니다',
        not: 'DBMS 교육',
        any: [/(dbms|데이터베이스)응답이없/u],
      },
      {
        name: 'driver-in-korean',
        is: 'SQL Server가 없거나 액세스할 수 없습니다',
        not: 'SQL Server 과정',
        any: [
          /sqlserver가없거나|요청한데이터베이스를열수없|데이터베이스".*"을\(를\)열수없/u,
          /잠금리소스에서.{0,20}교착상태|교착상태가발생하여/u,
        ],
      },
      {
        name: 'pool-empty',
        is: '커넥션을 얻지 못했습니다',
        not: '커넥션 안내',
        any: [/(커넥션|db세션)(을|이|풀)?.{0,3}(얻지못|초과|부족|고갈)/u],
      },
    ],
    en: [
      {
        name: 'database-fails',
        is: 'database connection error',
        not: 'database course',
        any: [
          chain(
            /(database|db)[ _](connection )?/u,
            /(error|fail(ed|ure)?|failure|is (down|unavailable))/u,
          ),
          /(unable|failed) to connect to (the )?(database|db)/u,
        ],
      },
    ],
    source: 'heuristic',
  }),
];
