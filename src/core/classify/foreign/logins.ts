import type { Part } from '#core/classify/part';

/** Words for a refused login in other languages. Heuristic. */
export const FOREIGN_REJECTIONS: readonly Part[] = [
  {
    name: 'vietnamese',
    is: 'Mật khẩu không đúng',
    not: 'Nhập mật khẩu',
    any: [
      /(mật khẩu|đăng nhập|tài khoản|số)[^.!?]{0,24}(không (đúng|chính xác|hợp lệ|tồn tại)|thất bại)/u,
      /(mật khẩu|đăng nhập|tài khoản|số)[^.!?]{0,24}(sai(?! \d)|(?<!sẽ )bị khóa)/u,
      /sai (mật khẩu|tên đăng nhập)/u,
    ],
  },
  {
    name: 'chinese',
    is: '用户名或密码错误',
    not: '请输入密码',
    any: [
      /(用户名|用戶名|账号|帳號|密码|密碼|登录|登錄|验证码)[^。！？将將次]{0,8}(错误|錯誤|不正确|不正確|不存在|有误|失败|失敗|锁定|不匹配)/u,
    ],
  },
  {
    name: 'thai',
    is: 'รหัสผ่านไม่ถูกต้อง',
    not: 'กรอกรหัสผ่าน',
    any: [/(รหัสผ่าน|หมายเลข|ชื่อผู้ใช้|เข้าสู่ระบบ)[^.!?]{0,24}(ไม่ถูกต้อง|ผิด|ไม่สำเร็จ|ไม่พบ)/u],
  },
  {
    name: 'indonesian',
    is: 'Kata sandi salah',
    not: 'Masukkan kata sandi',
    any: [
      /(kata sandi|password|nomor|sandi|pengguna|login)[^.!?]{0,24}(salah(?! \d)|gagal|(?<!akan )terkunci)/u,
      /(kata sandi|nomor|pengguna)[^.!?]{0,24}tidak (sesuai|cocok|valid|benar|ditemukan|terdaftar)/u,
      /gagal (masuk|login)/u,
    ],
  },
  {
    name: 'filipino',
    is: 'Mali ang password',
    not: 'Ilagay ang password',
    any: [
      /mal(i|ing)( ang)? (password|username|numero)/u,
      /(password|username)[^.!?]{0,16}(mali|hindi tama|hindi tugma)/u,
      /hindi (tama|tugma) ang (password|username)/u,
    ],
  },
  {
    name: 'mongolian',
    is: 'Нууц үг буруу байна',
    not: 'Нууц үг оруулна уу',
    any: [
      /(нууц үг|нэвтрэх нэр|дугаар)[^.!?]{0,24}(буруу|таарахгүй|олдсонгүй)/u,
      /нэвтэрч чадсангүй/u,
    ],
  },
  {
    name: 'russian',
    is: 'Неверный логин или пароль',
    not: 'Введите пароль',
    any: [
      /(неверн|неправильн)[а-я]+ [^.!?]{0,20}(парол|логин|номер|данн)/u,
      /(пароль|логин|номер)[^.!?]{0,24}(неверн|неправильн|не найден|не совпада)/u,
      /не удалось войти/u,
    ],
  },
  {
    name: 'kyrgyz',
    is: 'Сырсөз туура эмес',
    not: 'Сырсөздү киргизиңиз',
    any: [/(сырсөз|пароль|логин)[^.!?]{0,24}(туура эмес|ката)/u],
  },
  {
    name: 'uzbek',
    is: 'Login yoki parol notoʻgʻri',
    not: 'Parolni kiriting',
    any: [/(parol|login|raqam)[^.!?]{0,24}(noto[ʻ‘’'`]g[ʻ‘’'`]ri|xato|mos kelm|topilmadi)/u],
  },
  {
    name: 'tajik',
    is: 'Рамз нодуруст аст',
    not: 'Рамзро ворид кунед',
    any: [/(рамз|парол|логин)[^.!?]{0,24}(нодуруст|хато|ғалат)/u],
  },
  {
    name: 'nepali',
    is: 'पासवर्ड गलत छ',
    not: 'पासवर्ड राख्नुहोस्',
    any: [/(पासवर्ड|नम्बर|प्रयोगकर्ता)[^।!?]{0,24}(गलत|मिलेन|मेल खाएन)/u, /गलत पासवर्ड/u],
  },
  {
    name: 'bengali',
    is: 'পাসওয়ার্ড ভুল',
    not: 'পাসওয়ার্ড দিন',
    any: [/(পাসওয়ার্ড|নম্বর|ব্যবহারকারী)[^।!?]{0,24}(ভুল|সঠিক নয়|মেলেনি)/u, /ভুল পাসওয়ার্ড/u],
  },
  {
    name: 'urdu',
    is: 'پاس ورڈ غلط ہے',
    not: 'پاس ورڈ درج کریں',
    any: [/(پاس ورڈ|نمبر|صارف)[^۔!?]{0,24}(غلط|درست نہیں|مماثل نہیں)/u, /غلط پاس ورڈ/u],
  },
  {
    name: 'sinhala',
    is: 'මුරපදය වැරදියි',
    not: 'මුරපදය ඇතුළත් කරන්න',
    any: [/(මුරපදය|අංකය)[^.!?]{0,24}(වැරදි|නිවැරදි නොවේ|නොගැලපේ)/u, /වැරදි මුරපද/u],
  },
  {
    name: 'tamil',
    is: 'கடவுச்சொல் தவறு',
    not: 'கடவுச்சொல்லை உள்ளிடவும்',
    any: [/(கடவுச்சொல்|எண்)[^.!?]{0,24}(தவறு|தவறான|பொருந்தவில்லை)/u, /தவறான கடவுச்சொல்/u],
  },
  {
    name: 'khmer',
    is: 'ពាក្យសម្ងាត់មិនត្រឹមត្រូវ',
    not: 'បញ្ចូលពាក្យសម្ងាត់',
    any: [/(ពាក្យសម្ងាត់|លេខ)[^.!?]{0,24}(មិនត្រឹមត្រូវ|ខុស)/u],
  },
  {
    name: 'burmese',
    is: 'စကားဝှက် မှားနေပါသည်',
    not: 'စကားဝှက် ထည့်ပါ',
    any: [/(စကားဝှက်|နံပါတ်)[^.!?]{0,24}(မှား|မမှန်|မကိုက်ညီ)/u],
  },
  {
    name: 'lao',
    is: 'ລະຫັດຜ່ານບໍ່ຖືກຕ້ອງ',
    not: 'ໃສ່ລະຫັດຜ່ານ',
    any: [/(ລະຫັດຜ່ານ|ເລກ)[^.!?]{0,24}(ບໍ່ຖືກຕ້ອງ|ຜິດ)/u],
  },
  {
    name: 'portuguese',
    is: 'Senha incorreta',
    not: 'Introduza a senha',
    any: [
      /(senha|palavra-passe|password|utilizador)[^.!?]{0,24}(incorret|inválid|errad|sala|la loos)/u,
    ],
  },
  {
    name: 'japanese',
    is: 'パスワードが正しくありません',
    not: 'パスワードを入力してください',
    any: [
      /(パスワード|ログイン|id|番号)[^。！？]{0,16}(違い|違う|正しくありません|間違|誤り|失敗|一致しません)/u,
    ],
  },
];
