import { FOREIGN_ERRORS } from '#core/classify/foreign/failures';
import { FOREIGN_MANNERS } from '#core/classify/foreign/manners';
import { FOREIGN_MAINTENANCE } from '#core/classify/foreign/planned-work';
import { type Part, patternOf } from '#core/classify/part';

const FOREIGN_FAULT = compactOf(FOREIGN_ERRORS);
const FOREIGN_WORK = compactOf(FOREIGN_MAINTENANCE);
const FOREIGN_SORRY = compactOf(FOREIGN_MANNERS);

/** Words of other languages are written with spaces, and sentences are matched without. */
function compactOf(parts: readonly Part[]): RegExp {
  return new RegExp(patternOf(parts).source.replaceAll(' ?', '').replaceAll(' ', ''), 'u');
}

/** The same in other languages, and the script. Written without white space. Heuristic. */
export const LANGUAGES: readonly Part[] = [
  {
    name: 'foreign-fault',
    is: 'Đã xảy ra lỗi',
    not: 'Thông tin việc làm',
    any: [
      FOREIGN_FAULT,
      /lỗi|mấtkếtnối|gagal|xato|uzildi|ошибк|алдаа|чадсангүй|错误|錯誤|故障|失败|失敗|异常|異常|エラー/u,
      /障害|できません|समस्या|সমস্যা|បញ្ហា|មិនអាច|ไม่สามารถ|không(thể|phảnhồi|hoạtđộng)/u,
      /quáthờigian|(?<!t)error|fail(ed|ure|s?to)|cannot|can't|couldn'?t|(?<!t)unable/u,
      /unavailable(?!date|seat|slot|time)/u,
      /not(available|working|responding|loading)|wentwrong|outage|timedout|connectionrefused|refusedto/u,
      /(is|are|went|servers?|services?|sites?|systems?|network|currently)down(?!load)/u,
    ],
  },
  {
    name: 'foreign-work',
    is: 'Hệ thống đang bảo trì',
    not: 'Thông tin việc làm',
    any: [FOREIGN_WORK, /maintenance|upgrad|засвар/u],
  },
  { name: 'foreign-sorry', is: 'Xin lỗi', not: 'Việc làm', any: [FOREIGN_SORRY] },
  {
    name: 'foreign-if',
    is: 'Nếu bạn',
    not: 'Bạn',
    any: [
      /nếu|khi|trườnghợp|jika|apabila|bila|если|при|agar|如果|若|如遇|时请|時は|場合|ถ้า|หาก|กรณี/u,
      /यदि|भएमा|भने|যদি|হলে|அகர்|бол[,.]|ប្រសិន|လျှင်|if|when|incase|kung|se[^a-z]/u,
    ],
  },
  {
    name: 'foreign-now',
    is: 'Hiện tại',
    not: 'Trước đây',
    any: [
      /hiện(tại|đang|nay)|đang|tạmthời|saatini|sedang|sementara|目前|现在|現在|暂时|正在|ขณะนี้/u,
      /ชั่วคราว|กำลัง|одоо|түр|байна|ただいま|一時|hozir|vaqtincha|сейчас|временно|अहिले|हाल/u,
      /এইমুহূর্তে|এখন|ឥឡូវ|កំពុង|ယခု|ලග|තාවකාලික|தற்போது|pansamantala|kasalukuy/u,
    ],
  },
  {
    name: 'foreign-empty',
    is: 'Data tidak ditemukan',
    not: 'Data',
    any: [
      /tidak(ditemukan|adadata)|không(có|tìmthấy)(kếtquả|dữliệu|thôngtin)?|олдсонгүй/u,
      /没有(找到|数据|记录)|暂无|未找到|ไม่พบ|見つかり|topilmadi|फेलापरेन|পাওয়াযায়নি/u,
      /no(results?|data|records?|matches)|notfound|wala/u,
    ],
  },
  { name: 'korean', is: '가나', not: 'ab', any: [/[가-힣]{2}/u] },
  { name: 'latin', is: 'server error', not: '서버', any: [/[a-z]{4}/u] },
  {
    name: 'other-script',
    is: '无法访问',
    not: '서버',
    any: [
      /[\u0400-\u052f\u0900-\u0e7f\u0f00-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\u1e00-\u1eff\u0600-\u06ff]/u,
    ],
  },
];
