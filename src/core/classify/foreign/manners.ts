import type { Part } from '#core/classify/part';

/** Apologies and advice in other languages. Heuristic. */
export const FOREIGN_MANNERS: readonly Part[] = [
  {
    name: 'vietnamese',
    is: 'Vui lòng thử lại sau',
    not: 'Thông tin việc làm',
    any: [/xin lỗi|rất tiếc|thử lại|quay lại sau/u],
  },
  {
    name: 'chinese',
    is: '请稍后再试',
    not: '招聘信息',
    any: [/抱歉|对不起|對不起|稍后|稍後|重试|重試|不便/u],
  },
  { name: 'thai', is: 'ขออภัยในความไม่สะดวก', not: 'ข้อมูลงาน', any: [/ขออภัย|ลองใหม่|ลองอีกครั้ง/u] },
  {
    name: 'indonesian',
    is: 'Silakan coba lagi',
    not: 'Informasi pekerjaan',
    any: [/maaf|coba lagi|silakan (coba|kembali)/u],
  },
  {
    name: 'filipino',
    is: 'Pakisubukan muli',
    not: 'Impormasyon sa trabaho',
    any: [/paumanhin|pasensya|(pakis|s)ubuk(an|ang) (muli|ulit)/u],
  },
  {
    name: 'mongolian',
    is: 'Дахин оролдоно уу',
    not: 'Ажлын мэдээлэл',
    any: [/уучлаарай|хүлцэл|дахин оролд|түр хүлээ/u],
  },
  {
    name: 'russian',
    is: 'Попробуйте позже',
    not: 'Вакансии',
    any: [/извин|попробуйте|повторите|позже/u],
  },
  {
    name: 'kyrgyz',
    is: 'Кайра аракет кылыңыз',
    not: 'Жумуш орундары',
    any: [/кечирим|кайра аракет|кийинчерээк/u],
  },
  {
    name: 'uzbek',
    is: 'Keyinroq qayta urinib koʻring',
    not: 'Ish haqida maʼlumot',
    any: [/uzr|kechirasiz|qayta urin|keyinroq/u],
  },
  {
    name: 'tajik',
    is: 'Баъдтар кӯшиш кунед',
    not: 'Ҷойҳои корӣ',
    any: [/мебахшед|узр|дубора|баъдтар/u],
  },
  {
    name: 'nepali',
    is: 'पछि फेरि प्रयास गर्नुहोस्',
    not: 'रोजगारीको जानकारी',
    any: [/माफ गर्नुहोस्|क्षमा|पछि फेरि|पुनः? ?:?प्रयास/u],
  },
  { name: 'bengali', is: 'পরে আবার চেষ্টা করুন', not: 'চাকরির তথ্য', any: [/দুঃখিত|আবার চেষ্টা|পরে চেষ্টা/u] },
  {
    name: 'urdu',
    is: 'دوبارہ کوشش کریں',
    not: 'ملازمت کی معلومات',
    any: [/معذرت|دوبارہ کوشش|بعد میں/u],
  },
  { name: 'sinhala', is: 'නැවත උත්සාහ කරන්න', not: 'රැකියා තොරතුරු', any: [/සමාව|කණගාටු|නැවත උත්සාහ/u] },
  { name: 'tamil', is: 'மீண்டும் முயற்சிக்கவும்', not: 'வேலைத் தகவல்', any: [/மன்னிக்கவும்|மீண்டும் முயற்சி/u] },
  { name: 'khmer', is: 'សូមព្យាយាមម្ដងទៀត', not: 'ព័ត៌មានការងារ', any: [/អភ័យទោស|សូមទោស|ម្[ដត]ងទៀត/u] },
  { name: 'burmese', is: 'ထပ်မံကြိုးစားပါ', not: 'အလုပ်အကိုင်', any: [/တောင်းပန်|(ထပ်မံ|ပြန်|ထပ်)ကြိုးစား/u] },
  { name: 'lao', is: 'ກະລຸນາລອງໃໝ່', not: 'ຂໍ້ມູນວຽກ', any: [/ຂໍອະໄພ|ຂໍໂທດ|ລອງໃໝ່/u] },
  {
    name: 'portuguese',
    is: 'Tente novamente',
    not: 'Informação de emprego',
    any: [/desculp|deskulpa|tente (novamente|mais tarde)|koko fali/u],
  },
  {
    name: 'japanese',
    is: 'しばらくしてから再度お試しください',
    not: '求人情報',
    any: [/申し訳|しばらく|再度|もう一度/u],
  },
];
