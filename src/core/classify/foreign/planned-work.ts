import type { Part } from '#core/classify/part';

/** Words for planned work in other languages. Heuristic. */
export const FOREIGN_MAINTENANCE: readonly Part[] = [
  {
    name: 'vietnamese',
    is: 'Hệ thống đang bảo trì',
    not: 'Thông tin việc làm',
    any: [/bảo trì|(đang|được) nâng cấp/u],
  },
  {
    name: 'chinese',
    is: '系统维护中',
    not: '招聘信息',
    any: [/维护|維護|(系统|系統)(升级|升級)|升级中|升級中/u],
  },
  {
    name: 'thai',
    is: 'ระบบปิดปรับปรุงชั่วคราว',
    not: 'ข้อมูลงาน',
    any: [/ปิดปรับปรุง|บำรุงรักษา|ปรับปรุงระบบ|อยู่ระหว่าง(การ)?ปรับปรุง|ซ่อมบำรุง/u],
  },
  {
    name: 'indonesian',
    is: 'Situs sedang dalam pemeliharaan',
    not: 'Informasi pekerjaan',
    any: [/pemeliharaan|perbaikan sistem/u, /sedang (diperbaiki|dalam perbaikan|ditingkatkan)/u],
  },
  {
    name: 'filipino',
    is: 'Kasalukuyang inaayos ang sistema',
    not: 'Impormasyon sa trabaho',
    any: [
      /pagmamantini|pagpapanatili|(kasalukuyang )?inaayos ang/u,
      /sumasailalim sa maintenance/u,
    ],
  },
  {
    name: 'mongolian',
    is: 'Системд засвар үйлчилгээ хийгдэж байна',
    not: 'Ажлын мэдээлэл',
    any: [/засвар(тай| үйлчилгээ|ын ажил)|шинэчлэлт? хий/u],
  },
  {
    name: 'russian',
    is: 'Ведутся технические работы',
    not: 'Вакансии',
    any: [
      /техническ(ие|их|ое|ом|ого) (работ|обслуживани)|ведутся работы/u,
      /профилактическ|на обслуживании/u,
    ],
  },
  {
    name: 'kyrgyz',
    is: 'Техникалык иштер жүрүп жатат',
    not: 'Жумуш орундары',
    any: [/техникалык (иш|тейлөө)|оңдоо иштери|тейлөө иштери/u],
  },
  {
    name: 'uzbek',
    is: 'Texnik ishlar olib borilmoqda',
    not: 'Ish haqida maʼlumot',
    any: [/texnik (ish|xizmat)|ta[ʼ‘’'`]mirla(sh|nmoqda)|profilaktika/u],
  },
  {
    name: 'tajik',
    is: 'Корҳои техникӣ рафта истодаанд',
    not: 'Ҷойҳои корӣ',
    any: [/корҳои техникӣ|таъмир/u],
  },
  { name: 'nepali', is: 'प्रणाली मर्मत भइरहेको छ', not: 'रोजगारीको जानकारी', any: [/मर्मत|सम्भार/u] },
  { name: 'bengali', is: 'সিস্টেম রক্ষণাবেক্ষণ চলছে', not: 'চাকরির তথ্য', any: [/রক্ষণাবেক্ষণ/u] },
  {
    name: 'urdu',
    is: 'سسٹم کی دیکھ بھال جاری ہے',
    not: 'ملازمت کی معلومات',
    any: [/دیکھ بھال|مرمت/u],
  },
  { name: 'sinhala', is: 'පද්ධතිය නඩත්තු කරමින් පවතී', not: 'රැකියා තොරතුරු', any: [/නඩත්තු/u] },
  { name: 'tamil', is: 'தளம் பராமரிப்பில் உள்ளது', not: 'வேலைத் தகவல்', any: [/பராமரிப்ப/u] },
  { name: 'khmer', is: 'ប្រព័ន្ធកំពុងថែទាំ', not: 'ព័ត៌មានការងារ', any: [/ថែទាំ|ជួសជុល/u] },
  {
    name: 'burmese',
    is: 'စနစ်ကို ပြုပြင်ထိန်းသိမ်းနေပါသည်',
    not: 'အလုပ်အကိုင်',
    any: [/ပြုပြင်(ထိန်းသိမ်း|နေ)|ပြင်ဆင်နေ/u],
  },
  { name: 'lao', is: 'ກຳລັງປັບປຸງລະບົບ', not: 'ຂໍ້ມູນວຽກ', any: [/ບຳລຸງຮັກສາ|ບໍາລຸງຮັກສາ|ປັບປຸງລະບົບ|ປິດປັບປຸງ/u] },
  {
    name: 'portuguese',
    is: 'Sistema em manutenção',
    not: 'Informação de emprego',
    any: [/manuten(ção|saun)/u],
  },
  { name: 'japanese', is: 'システムメンテナンス中です', not: '求人情報', any: [/メンテナンス/u] },
];
