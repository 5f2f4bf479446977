import type { Language } from '#core/time/duration';

/** Texts of commands that do one thing and end. */
const en = {
  written: (folder: string, files: string) =>
    `Written to ${folder === '.' ? 'this folder' : folder}:\n${files}`,
  next: [
    'Next, there:',
    '  npx bonghwa plan      what is watched, how often, and how soon you hear of it',
    '  npm test              the scenario and the journey',
    '  npx bonghwa watch     watch from this machine',
    'Guide: node_modules/bonghwa/docs/own-services.md',
  ],
  page: (files: number, written: number, folder: string) =>
    `${files} files, ${written} written. Open ${folder}/index.html`,
  drill: (id: string, who: string) =>
    `Drill asked for (${id}): ${who} should have it within a minute.`,
  everybody: 'phones, mailboxes and services',
  exported: 'exported',
  added: 'added',
  kept: 'there already',
  items: (counts: readonly (readonly [kind: string, count: number])[]) =>
    `${counts.map(([kind, count]) => `${count} of ${kind}`).join(', ')} (items)`,
  stored: (service: string, stage: string) => `Stored for ${service} (${stage}).`,
  storedWebhook: (id: string, stage: string) =>
    `Stored for the webhook ${id} (${stage}). Deploy to use it.`,
  replacedWebhook: (id: string, stage: string) =>
    `Stored for the webhook ${id} (${stage}) in place of an earlier value. If that one is ` +
    'deployed, it stays: CloudFormation reads a secret again only under another name. Give the ' +
    "webhook one (secret: 'NAME'), store the value as webhook/NAME, and deploy.",
  userId: 'User id or number',
  password: 'Password',
  address: 'https:// address',
  integrationKey: 'Integration key',
  anyKey: 'Key (empty: one is made)',
  notShown: 'not shown',
  keepToken: 'Keep it now; it is shown only this once:',
  noTokens: 'No tokens yet.',
  revoked: (name: string) => `${name} is revoked.`,
  token: (expired: boolean, expiresAt: string) => `${expired ? 'expired' : 'until'} ${expiresAt}`,
};

const ko: typeof en = {
  written: (folder, files) => `${folder === '.' ? '이 폴더' : folder}에 쓴 파일:\n${files}`,
  next: [
    '다음은 그 폴더에서:',
    '  npx bonghwa plan      무엇을 얼마나 자주 확인하고 얼마나 빨리 알리는지',
    '  npm test              장애 시나리오와 모니터링 시나리오 테스트',
    '  npx bonghwa watch     이 컴퓨터에서 모니터링 시작',
    '안내: node_modules/bonghwa/docs/own-services.md',
  ],
  page: (files, written, folder) =>
    `파일 ${files}개 중 ${written}개를 썼습니다. 열어 볼 파일: ${folder}/index.html`,
  drill: (id, who) => `모의훈련을 요청했습니다(${id}). ${who}에 1분 안에 도착합니다.`,
  everybody: '전화, 메일함, 연결된 서비스',
  exported: '내보냄',
  added: '추가됨',
  kept: '이미 있음',
  items: (counts) => `${counts.map(([kind, count]) => `${kind} ${count}`).join(', ')} (건)`,
  stored: (service, stage) => `${service} 계정을 저장했습니다(${stage}).`,
  storedWebhook: (id, stage) => `웹훅 ${id}의 값을 저장했습니다(${stage}). 배포하면 쓰입니다.`,
  replacedWebhook: (id, stage) =>
    `웹훅 ${id}의 이전 값을 바꾸어 저장했습니다(${stage}). 이미 배포했다면 이전 값이 계속 쓰입니다. ` +
    'CloudFormation은 이름이 바뀔 때만 비밀 값을 다시 읽기 때문입니다. 웹훅에 새 이름을 적고' +
    "(secret: 'NAME') webhook/NAME으로 저장한 뒤 배포하십시오.",
  userId: '아이디 또는 번호',
  password: '비밀번호',
  address: 'https:// 주소',
  integrationKey: 'Integration key',
  anyKey: '키 (비우면 만듭니다)',
  notShown: '화면에 보이지 않음',
  keepToken: '지금 보관하십시오. 다시 보여 주지 않습니다:',
  noTokens: '아직 토큰이 없습니다.',
  revoked: (name) => `${name} 토큰을 폐기했습니다.`,
  token: (expired, expiresAt) => (expired ? `만료됨 ${expiresAt}` : `${expiresAt}까지`),
};

export const DONE_TEXTS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;
