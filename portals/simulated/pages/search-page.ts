import type { Look } from '#portals/simulated/look';
import { portalPage } from '#portals/simulated/pages/layout';
import { type MainPageView, utilities } from '#portals/simulated/pages/main-page';

const REGIONS = [
  '서울 종로구',
  '서울 중구',
  '부산 해운대구',
  '대구 수성구',
  '대전 유성구',
  '충북 음성군',
];
const FIRMS = ['가온정밀', '나래물산', '다솜복지관', '라온소프트', '마루건설', '바른회계'];
const ROWS = 140;

/** 140 rows: more than 50 KB, like the real public search. The same on every request. */
function rows(subject: string): string {
  return Array.from({ length: ROWS }, (_, index) => {
    const number = index + 1;
    const firm = FIRMS[index % FIRMS.length];
    return `<tr>
<td>${number}</td>
<td><a href="#row-${number}" id="row-${number}">[${firm}] ${subject} ${number}번 · 정규직 · 주 5일 · 4대 보험</a></td>
<td>${firm} 주식회사</td>
<td>${REGIONS[index % REGIONS.length]}</td>
<td>경력 무관 / 학력 무관 / 연봉 ${2_600 + (index % 40) * 50}만원 이상</td>
<td><button type="button">관심 등록</button> <button type="button">상세 보기</button></td>
</tr>`;
  }).join('\n');
}

/** A renderer that builds the long part once. */
export function searchPage(look: Look): (view: MainPageView) => string {
  const table = `<h1>${look.subject} 검색 결과</h1>
<p>총 <strong>${(128_450).toLocaleString('ko-KR')}</strong>건</p>
<table>
<caption>${look.subject} 목록</caption>
<thead><tr><th scope="col">번호</th><th scope="col">제목</th><th scope="col">기관</th>
<th scope="col">지역</th><th scope="col">조건</th><th scope="col">기능</th></tr></thead>
<tbody>
${rows(look.subject)}
</tbody>
</table>
<script>
var paginationInfo = { currentPageNo : 1, recordCountPerPage : ${ROWS}, totalRecordCount : 128450 };
</script>`;
  return ({ at, links, user }) =>
    portalPage({
      look,
      at,
      title: `${look.subject} 검색`,
      utilities: utilities(links, user),
      body: table,
    });
}
