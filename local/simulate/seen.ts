import type { Layer } from '#core/run/layer';
import type { Fault, Observation } from '#core/run/observation';
import type { FaultMode } from '#core/scenario/scenario';
import type { CheckType } from '#core/watch/catalogue';
import type { Limits } from '#core/watch/configuration';
import { spinnerPage } from '#local/portals/waiting-pages';
import { readable } from '#local/simulate/readable';
import {
  apologyPage,
  BLANK_PAGE,
  blockedPage,
  databaseErrorPage,
  maintenancePage,
  serverErrorPage,
  unavailablePage,
} from '#portals/simulated/pages/error-pages';
import { sites } from '#portals/simulated-portals';

/** A fault as one check sees it on one page. */
export interface Meeting {
  readonly mode: FaultMode;
  readonly service: string;
  readonly type: CheckType;
  readonly layer: Layer;
  readonly limits: Limits;
  /** Delay of `slow`, limit of `hang`, length of the queue, ms. */
  readonly ms?: number;
}

const HEALTHY_TEXT =
  '로그인 회원가입 채용정보 취업지원 실업급여 고객센터 이용약관 개인정보처리방침';
const REJECTED = '아이디 또는 비밀번호가 올바르지 않습니다.';
const EXPIRED =
  '비밀번호 변경 안내 비밀번호를 변경한 지 90일이 지났습니다. 안전한 이용을 위해 비밀번호를 변경해 주세요. 다음에 변경하기';
const NO_OPTION =
  '로그인 방법을 선택하세요. 아이디/비밀번호 로그인은 모바일 앱에서만 이용하실 수 있습니다. 간편인증 공동·금융인증서 모바일 신분증';
const PASSWORD = ['input[type=password]'];
const QUEUE_ELEMENTS = ['#NetFunnel_Loading_Popup', '#NetFunnel_Skin_Top'];
const QUEUE =
  '서비스 접속대기 중입니다. 예상대기시간 : 앞에 120명, 뒤에 7명의 대기자가 있습니다. ※ 재접속하시면 대기시간이 더 길어집니다.';

/** How long the check waits for a page, ms. */
export function patienceOf(type: CheckType, limits: Limits): number {
  return type === 'journey' ? limits.stepMs : limits.probe.firstByteMs;
}

/** The observation that the browser or the prober would return, ready for the classifier. */
export function observationOf(meeting: Meeting): Observation {
  const { service, layer, limits } = meeting;
  return {
    layer,
    url: `https://${service}.example.kr/`,
    allowedHosts: [`${service}.example.kr`],
    headers: {},
    title: '',
    text: '',
    elements: [],
    dialogs: [],
    markers: [],
    pending: [],
    elapsedMs: 500,
    slowAfterMs: limits.slowAfterMs,
    ...differences(meeting),
  };
}

/** A page with HTTP 200, without what the step looks for. */
function answered(page: Partial<Observation>): Partial<Observation> {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    contentType: 'text/html',
    bodyBytes: 20_000,
    text: HEALTHY_TEXT,
    title: '로그인',
    markers: [{ name: 'wanted', expected: true, found: false }],
    ...page,
  };
}

function differences(meeting: Meeting): Partial<Observation> {
  const { mode, type, service, limits } = meeting;
  const wait = patienceOf(type, limits);
  switch (mode) {
    case 'hang':
      return nothing({ phase: 'response', message: 'no answer in time', timedOut: true }, wait);
    case 'large-response-stall':
      return nothing({ phase: 'body', message: 'the answer stalled', timedOut: true }, wait);
    case 'refuse':
      return nothing(
        transport(type, 'connect', ['ECONNREFUSED', 'net::ERR_CONNECTION_REFUSED']),
        20,
      );
    case 'dns':
      return nothing(transport(type, 'dns', ['ENOTFOUND', 'net::ERR_NAME_NOT_RESOLVED']), 60);
    case 'tls-expired':
      return nothing(
        transport(type, 'tls', ['CERT_HAS_EXPIRED', 'net::ERR_CERT_DATE_INVALID']),
        60,
      );
    case 'http-500':
      return { ...html(serverErrorPage(), meeting), status: 500 };
    case 'http-503':
      return { ...html(unavailablePage(), meeting), status: 503 };
    case 'db-error-page':
      return html(databaseErrorPage(sites.lookOf(service, service).databaseError), meeting);
    case 'generic-error-page':
      return html(apologyPage(), meeting);
    case 'maintenance-page':
      return html(maintenancePage(), meeting);
    case 'blocked-page':
      return html(blockedPage('/'), meeting);
    case 'blank-page':
      return html(BLANK_PAGE, meeting);
    case 'monitor-crash':
      return nothing(
        { phase: type === 'journey' ? 'browser' : 'monitor', message: 'crashed', timedOut: false },
        0,
      );
    default:
      return onThePage(meeting);
  }
}

/** Modes in which the portal answers, but without what the step needs. */
function onThePage(meeting: Meeting): Partial<Observation> {
  const { mode, ms = 0 } = meeting;
  switch (mode) {
    case 'ok':
    case 'slow':
      return answered({ markers: [], elapsedMs: ms });
    case 'spinner':
      return spinner(meeting);
    case 'waiting-room':
      return queue(meeting);
    case 'login-rejected':
      return atRest(meeting, { dialogs: [{ type: 'alert', message: REJECTED }] });
    case 'password-expired':
      return atRest(meeting, { text: EXPIRED, title: '비밀번호 변경 안내', elements: PASSWORD });
    case 'login-option-absent':
      return atRest(meeting, { text: NO_OPTION });
    default:
      return atRest(meeting, { elements: PASSWORD });
  }
}

/** The page is at rest without what the journey waits for. A prober does not wait. */
function atRest({ type }: Meeting, page: Partial<Observation>): Partial<Observation> {
  const fault: Fault = { phase: 'step', message: 'the page came to rest', timedOut: false };
  return answered(type === 'journey' ? { ...page, fault } : page);
}

function queue({ type, limits, ms = 0 }: Meeting): Partial<Observation> {
  const page = { text: QUEUE, title: '서비스 접속대기 중입니다.', elements: QUEUE_ELEMENTS };
  if (type !== 'journey') return answered(page);
  const waited = { waitedInQueueMs: ms, queueBudgetMs: limits.queueBudgetMs };
  if (ms <= limits.queueBudgetMs) return answered({ ...waited, markers: [] });
  const fault: Fault = { phase: 'step', message: 'the waiting room took longer', timedOut: true };
  return answered({ ...page, ...waited, waitedInQueueMs: limits.queueBudgetMs, fault });
}

function spinner({ type, limits }: Meeting): Partial<Observation> {
  const page = readable(spinnerPage());
  if (type !== 'journey') return answered(page);
  const wait = limits.stepMs;
  return answered({
    ...page,
    elements: ['#spin', '.blockMsg', '.blockUI'],
    pending: [{ url: 'https://portal.example.kr/never.do', waitedMs: wait, resource: 'fetch' }],
    fault: { phase: 'step', message: 'did not show in time', timedOut: true },
    elapsedMs: wait,
  });
}

/** A page of the portal itself, as a person reads it. */
function html(markup: string, meeting: Meeting): Partial<Observation> {
  return atRest(meeting, { ...readable(markup), bodyBytes: markup.length });
}

/** No page arrived. */
function nothing(fault: Fault, elapsedMs: number): Partial<Observation> {
  return { fault, elapsedMs };
}

function transport(
  type: CheckType,
  phase: 'dns' | 'connect' | 'tls',
  [node, chromium]: readonly [string, string],
): Fault {
  const code = type === 'journey' ? chromium : node;
  return { phase, code, message: code, timedOut: false };
}
