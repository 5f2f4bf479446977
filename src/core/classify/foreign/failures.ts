import type { Part } from '#core/classify/part';

/** Words for failures in the languages of the EPS portal and a few others. Heuristic. */
export const FOREIGN_ERRORS: readonly Part[] = [
  {
    name: 'vietnamese',
    is: 'Đã xảy ra lỗi hệ thống',
    not: 'Thông tin việc làm',
    any: [
      /lỗi hệ thống|xảy ra lỗi|có lỗi xảy ra|lỗi máy chủ|sự cố/u,
      /gián đoạn|không thể (truy cập|kết nối|tải|hiển thị|sử dụng)/u,
    ],
  },
  {
    name: 'chinese',
    is: '系统错误，请稍后再试',
    not: '招聘信息',
    any: [
      /(系统|系統|服务器|伺服器|网络|網絡|程序)(错误|錯誤|异常|異常|故障|繁忙)/u,
      /(发生|發生|出现|出現)(了)?(错误|錯誤|异常|故障)|出错|出錯|无法(访问|连接|使用|显示|打开|加载)/u,
      /無法(訪問|連接|使用|顯示)|不可用|(请求|加载|連接|连接)失败/u,
    ],
  },
  {
    name: 'thai',
    is: 'เกิดข้อผิดพลาดของระบบ',
    not: 'ข้อมูลงาน',
    any: [/ข้อผิดพลาด|ขัดข้อง|ระบบล่ม|ไม่ตอบสนอง/u, /ไม่สามารถ(เข้า|ใช้|เชื่อมต่อ|แสดง|โหลด|ให้บริการ)/u],
  },
  {
    name: 'indonesian',
    is: 'Sistem sedang mengalami gangguan',
    not: 'Informasi pekerjaan',
    any: [
      /terjadi kesalahan|kesalahan (sistem|server)|gangguan/u,
      /gagal (memuat|terhubung|memproses)/u,
      /tidak (dapat|bisa) (diakses|terhubung|dimuat|ditampilkan|digunakan)/u,
      /tidak tersedia|sedang bermasalah/u,
    ],
  },
  {
    name: 'filipino',
    is: 'Nagkaroon ng error sa system',
    not: 'Impormasyon sa trabaho',
    any: [
      /nagkaroon ng (error|problema|aberya)/u,
      /may (naganap na )?(error|problema|aberya)/u,
      /hindi (ma-?access|mabuksan|ma-?load|magamit|gumagana|makakonekta)/u,
      /pansamantalang hindi/u,
    ],
  },
  {
    name: 'mongolian',
    is: 'Системийн алдаа гарлаа',
    not: 'Ажлын мэдээлэл',
    any: [
      /алдаа (гарлаа|гарсан|гарч)|системийн алдаа|серверийн алдаа/u,
      /саатал|(холбогдох|ашиглах|нэвтрэх) боломжгүй/u,
      /ажиллахгүй байна/u,
    ],
  },
  {
    name: 'russian',
    is: 'Произошла ошибка сервера',
    not: 'Вакансии',
    any: [
      /ошибка (сервера|системы|подключения|базы)|произошла ошибка/u,
      /внутренняя ошибка|сбой|недоступ(ен|на|но)|не удалось/u,
      /не отвечает/u,
      /невозможно (загрузить|открыть|отобразить|подключиться)/u,
    ],
  },
  {
    name: 'kyrgyz',
    is: 'Системада ката кетти',
    not: 'Жумуш орундары',
    any: [
      /ката (кетти|чыкты)|(система|сервер)(нин|дин)? катасы/u,
      /жеткиликсиз|иштебе(й|й жатат)|туташуу мүмкүн эмес/u,
    ],
  },
  {
    name: 'uzbek',
    is: 'Tizimda xatolik yuz berdi',
    not: 'Ish haqida maʼlumot',
    any: [
      /xato(lik|si)? (yuz|ro[ʻ‘’'`]y|sodir)|tizim xato|server xato/u,
      /ishlamayapti|mavjud emas/u,
      /ulan(ib|ish) (bo[ʻ‘’'`]lmadi|imkoni)|yuklab bo[ʻ‘’'`]lmadi/u,
    ],
  },
  {
    name: 'tajik',
    is: 'Хатогӣ рух дод',
    not: 'Ҷойҳои корӣ',
    any: [
      /хато(гӣ|ги)? (рух|ба амал)|хатогии (система|сервер)/u,
      /дастнорас|дастрас нест|кор намекунад/u,
    ],
  },
  {
    name: 'nepali',
    is: 'प्रणालीमा त्रुटि भयो',
    not: 'रोजगारीको जानकारी',
    any: [
      /त्रुटि|(समस्या|गडबडी) (देखि|आए(?!मा)|भए(?!मा)|उत्पन्न)|समस्याका कारण/u,
      /(देखाउन|खोल्न|सम्पर्क हुन|सम्पर्क गर्न) सकि?एन|उपलब्ध छैन/u,
      /(जडान|लोड|खोल्न) (हुन|गर्न)? ?सकि?एन|जडान हुन सकेन/u,
    ],
  },
  {
    name: 'bengali',
    is: 'সিস্টেমে ত্রুটি হয়েছে',
    not: 'চাকরির তথ্য',
    any: [/ত্রুটি|সমস্যা হ(য়েছে|চ্ছে)/u, /(পাওয়া|ব্যবহার করা|সংযোগ করা) যা(চ্ছে না|য়নি)|অনুপলব্ধ/u],
  },
  {
    name: 'urdu',
    is: 'سسٹم میں خرابی پیش آ گئی',
    not: 'ملازمت کی معلومات',
    any: [/خرابی|خامی|ایرر|دستیاب نہیں|رابطہ نہیں|نہیں کھل|کام نہیں کر/u],
  },
  {
    name: 'sinhala',
    is: 'පද්ධති දෝෂයක් සිදු විය',
    not: 'රැකියා තොරතුරු',
    any: [/දෝෂය|(ලබා ?ගත|සම්බන්ධ (විය|වීමට)|පිවිසිය|භාවිත කළ) නොහැක/u],
  },
  {
    name: 'tamil',
    is: 'கணினி பிழை ஏற்பட்டது',
    not: 'வேலைத் தகவல்',
    any: [/பிழை|கோளாறு|கிடைக்கவில்லை|இணைக்க முடியவில்லை/u],
  },
  {
    name: 'khmer',
    is: 'មានកំហុសប្រព័ន្ធ',
    not: 'ព័ត៌មានការងារ',
    any: [/កំហុស|មានបញ្ហា|មិនអាច(ចូល|ប្រើ|ភ្ជាប់|បង្ហាញ)/u],
  },
  {
    name: 'burmese',
    is: 'စနစ်အမှား ဖြစ်ပွားခဲ့သည်',
    not: 'အလုပ်အကိုင်',
    any: [/အမှား|ချို့ယွင်း|မရနိုင်/u, /(ချိတ်ဆက်|ဝင်ရောက်|အသုံးပြု)(၍|လို့) ?မရ/u],
  },
  {
    name: 'lao',
    is: 'ເກີດຂໍ້ຜິດພາດຂອງລະບົບ',
    not: 'ຂໍ້ມູນວຽກ',
    any: [/ຂໍ້ຜິດພາດ|ຂັດຂ້ອງ|ບໍ່ສາມາດ(ເຂົ້າ|ໃຊ້|ເຊື່ອມ|ສະແດງ)/u],
  },
  {
    name: 'portuguese',
    is: 'Ocorreu um erro no sistema',
    not: 'Informação de emprego',
    any: [
      /(ocorreu|houve) um erro|erro (do|no|de) (sistema|servidor)/u,
      /falha (do|no|de) (sistema|servidor)|indispon[ií]vel/u,
      /sistema (la|laiha) |la bele (asesu|tama|uza|loke)/u,
      /iha (erro|problema)/u,
    ],
  },
  {
    name: 'japanese',
    is: 'システムエラーが発生しました',
    not: '求人情報',
    any: [
      /(システム|サーバー?|内部)エラー|エラーが(発生|起き)|障害が(発生|起き)/u,
      /(接続|利用|表示|アクセス|ご利用いただけ)でき(ません|ない状態)|ご利用いただけません|に失敗しました/u,
      /読み込めません/u,
    ],
  },
];
