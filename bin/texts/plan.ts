import type { Concurrency } from '#core/plan/concurrency';
import { COST_ITEMS, type CostItem } from '#core/plan/cost-items';
import type { PriceTable } from '#core/plan/prices';
import type { FunctionUsage } from '#core/plan/usage';
import type { Layer } from '#core/run/layer';
import type { Language } from '#core/time/duration';
import { withName } from '#core/time/particle';

/** Figures arrive formatted, such as `1,440` and `0.52`. */
const en = {
  title: (stage: string) => `Plan of stage ${stage}`,
  checkedWith: (service: string) => `checked on the same screens as ${service}`,
  every: (seconds: string) => `every ${seconds} s`,
  reach: (depth: Layer, skipped: readonly Layer[]) =>
    `as far as ${depth}${skipped.length > 0 ? `, without ${skipped.join(', ')}` : ''}`,
  unseen: 'not seen:',
  load: 'Load at normal cadence (documents; what a page loads besides is not counted)',
  hostLoad: (runs: string, pages: string) =>
    `${runs.padStart(7)} runs, ${pages.padStart(7)} documents a day`,
  bounds: 'Detection bounds, from the begin of a fault to the opening notice',
  shared: (most: string, half: string) =>
    `shared cause   at most ${most} s, half of them within ${half} s`,
  single: (most: string) => `one service    at most ${most} s`,
  late: (shared: string, single: string) =>
    `with a tick 59 s late: at most ${shared} s shared, ${single} s alone`,
  deep: (shared: string, single: string) =>
    `only journeys see it (login page, session): at most ${shared} s shared, ${single} s alone`,
  own: 'Services with settings of their own',
  ownService: (together: number, alone: number, told: string) =>
    `failures span ${together} s together, ${alone} s alone: alone told within ${told} s`,
  severity: (severity: string) => `, notices are ${severity}`,
  told: (phones: number, others: number) =>
    `Told of an outage: ${phones} by SMS, ${others} by email or https`,
  toldBy: (channels: string) => `and ${channels}`,
  toldByWatch: (channels: string) => `from \`watch\` also ${channels}`,
  toldAgain: (phones: number, seconds: string) =>
    `${phones} by SMS again each ${seconds} s in which nobody has acknowledged`,
  concurrency: ({
    needed,
    journeys,
    probes,
    evaluations,
  }: Concurrency & { readonly needed: number }) =>
    `Lambda concurrency: up to ${needed} at once ` +
    `(${journeys} journeys, ${probes} probes, ${evaluations} evaluations)`,
  limit: 'The bounds hold where the account allows as many; `npx bonghwa doctor` asks it.',
  cost: ({ region, date, source }: Pick<PriceTable, 'region' | 'date' | 'source'>) =>
    `Cost of a calm month, US$ (prices of ${region}, ${date}: ${source})`,
  columns: ['quantity', 'list', 'free tier'],
  item: (item: CostItem): string => item,
  total: 'total',
  egressIncluded: (usd: string) => `of which fixed egress ${usd}`,
  egress: (usd: string) => `fixed egress (\`fixedEgress: true\`) would add ${usd}`,
  waiting: (usd: string) => `each further second that journeys wait for their portals adds ${usd}`,
  sms: (usd: string) => `SMS of an outage, its begin and end to every phone, add ${usd}`,
  basis: 'What stands behind the quantities:',
  usage: ({ memoryGb, workMs, waitMs, basis }: FunctionUsage) =>
    `${memoryGb} GB × (${workMs} ms work + ${waitMs} ms waiting): ${basis}`,
  warning: 'warning',
};

const LAYERS: Readonly<Record<Layer, string>> = {
  host: '서버 연결',
  static: '첫 화면',
  data: '데이터 조회',
  'login-page': '로그인 화면',
  session: '로그인',
};

const ko: typeof en = {
  title: (stage) => `모니터링 계획 (stage ${stage})`,
  checkedWith: (service) => `${withName(service)} 같은 화면으로 확인`,
  every: (seconds) => `${seconds}초마다`,
  reach: (depth, skipped) => {
    const without = skipped.map((layer) => LAYERS[layer]).join(', ');
    return `${LAYERS[depth]} 단계까지${without ? ` (${without} 제외)` : ''}`;
  },
  unseen: '확인 범위 밖:',
  load: '평상시 부하 (문서 기준. 화면이 추가로 불러오는 요청은 제외)',
  hostLoad: (runs, pages) => `하루 ${runs.padStart(7)}회 실행, 문서 ${pages.padStart(7)}건`,
  bounds: '감지 시간: 장애가 시작된 때부터 첫 알림까지',
  shared: (most, half) => `공통 원인    최대 ${most}초, 절반은 ${half}초 이내`,
  single: (most) => `단일 서비스  최대 ${most}초`,
  late: (shared, single) =>
    `틱이 59초 늦으면: 공통 원인 최대 ${shared}초, 단일 서비스 최대 ${single}초`,
  deep: (shared, single) =>
    `브라우저로만 확인되는 장애(로그인 화면, 로그인): 공통 원인 최대 ${shared}초, 단일 서비스 최대 ${single}초`,
  own: '설정이 따로 있는 서비스',
  ownService: (together, alone, told) =>
    `함께 실패하면 ${together}초, 단독 실패는 ${alone}초 지속되면 장애로 판단. 단독 장애는 ${told}초 안에 알림`,
  severity: (severity) => `, 알림 등급 ${severity}`,
  told: (phones, others) => `장애를 알리는 곳: SMS ${phones}곳, 이메일·https ${others}곳`,
  toldBy: (channels) => `그리고 ${channels}`,
  toldByWatch: (channels) => `\`watch\`에서는 ${channels}도`,
  toldAgain: (phones, seconds) =>
    `SMS ${phones}곳에는 아무도 확인(acknowledge)하지 않으면 ${seconds}초마다 다시 알림`,
  concurrency: ({ needed, journeys, probes, evaluations }) =>
    `Lambda 동시 실행: 최대 ${needed}개 (시나리오 ${journeys}, 프로브 ${probes}, 평가 ${evaluations})`,
  limit:
    '계정의 한도가 이만큼 되어야 위의 감지 시간을 지킵니다. 한도는 `npx bonghwa doctor`가 확인합니다.',
  cost: ({ region, date }) =>
    `장애가 없는 한 달의 비용, US$ (${region}, ${date} AWS 공개 요금 기준)`,
  columns: ['수량', '정가', '프리 티어'],
  item: (item) => COST_ITEMS[item],
  total: '합계',
  egressIncluded: (usd) => `그중 고정 송신 주소 ${usd}`,
  egress: (usd) => `고정 송신 주소(\`fixedEgress: true\`)를 쓰면 ${usd} 추가`,
  waiting: (usd) => `시나리오가 포털을 1초 더 기다릴 때마다 ${usd} 추가`,
  sms: (usd) => `장애 한 건의 SMS(시작과 종료, 모든 전화)는 ${usd} 추가`,
  basis: '수량의 근거:',
  usage: ({ memoryGb, workMs, waitMs, processorMs }) => {
    const measured =
      processorMs === undefined
        ? '가정한 값'
        : `프로세서 시간 ${processorMs} ms 측정(npm run measure)`;
    return `${memoryGb} GB × (실행 ${workMs} ms + 대기 ${waitMs} ms): ${measured}`;
  },
  warning: '주의',
};

export const PLAN_TEXTS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;
