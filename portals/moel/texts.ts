/** Texts about these portals for notices and page. A configuration may replace them. */
export const texts = {
  servicesName: { ko: '고용 서비스', en: 'Employment services' },
  citizenAdvice: {
    ko: '급한 민원은 고용노동부 고객상담센터(국번 없이 1350)에 전화하거나 가까운 고용센터를 방문하세요.',
    en: 'For urgent matters, call 1350 or visit a local employment centre.',
  },
} as const;
