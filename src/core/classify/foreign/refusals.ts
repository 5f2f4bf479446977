import type { Part } from '#core/classify/part';

/** Words for a refused visitor in other languages. Heuristic. */
export const FOREIGN_REFUSALS: readonly Part[] = [
  {
    name: 'vietnamese',
    is: 'Truy cập bị từ chối',
    not: 'Truy cập trang chủ',
    any: [/truy cập[^.!?]{0,16}(từ chối|bị chặn|hạn chế)/u],
  },
  {
    name: 'chinese',
    is: '访问被拒绝',
    not: '访问首页',
    any: [
      /(访问|訪問|请求|請求)(被|受|已被)?(拒绝|拒絕|禁止|阻止|拦截|限制)|(拒绝|禁止|限制)(访问|訪問)/u,
    ],
  },
  {
    name: 'thai',
    is: 'การเข้าถึงถูกปฏิเสธ',
    not: 'การเข้าถึงข้อมูล',
    any: [/ปฏิเสธการเข้า|ถูกปฏิเสธ|ถูกระงับ/u],
  },
  {
    name: 'indonesian',
    is: 'Akses ditolak',
    not: 'Akses mudah',
    any: [/akses[^.!?]{0,16}(ditolak|diblokir|dibatasi)/u],
  },
  {
    name: 'russian',
    is: 'Доступ запрещён',
    not: 'Доступ открыт',
    any: [/доступ[^.!?]{0,16}(запрещ|ограничен|заблокирован|отказано)/u],
  },
  {
    name: 'japanese',
    is: 'アクセスが拒否されました',
    not: 'アクセス方法',
    any: [/アクセスが?(拒否|制限|禁止)/u],
  },
];
