/**
 * Colours, sizes and spaces are those of KRDS, the design system of Korean public services (npm
 * `krds-uiux` 1.1.0, ISC, `resources/css/token/krds_tokens.css`), as far as this page needs them.
 * Its masthead, emblem and identifier are not used, because this page is not official. Fonts are
 * the reader's.
 */
const TOKENS = `
:root{color-scheme:light dark;
--surface:#fff;--raised:#f4f5f6;--line:#cdd1d5;--text:#1e2124;--faint:#58616a;--link:#0b50d0;
--up:#228738;--up-text:#267337;--up-soft:#eaf6ec;--down:#de3412;--down-text:#bd2c0f;
--down-soft:#fdefec;
--warn:#c78500;--warn-text:#8a5c00;--warn-soft:#fff3db;--plan:#0b78cb;--plan-text:#096ab3;
--plan-soft:#e7f4fe;
--dim:#8a949e;--dim-text:#58616a;--dim-soft:#f4f5f6;--none:#e6e8ea}
@media (prefers-color-scheme:dark){:root{
--surface:#131416;--raised:#1e2124;--line:#464c53;--text:#f4f5f6;--faint:#b1b8be;--link:#86aff9;
--up:#3fa654;--up-text:#7ec88e;--up-soft:#0e2012;--down:#f05f42;--down-text:#f48771;
--down-soft:#260903;
--warn:#ffb114;--warn-text:#ffc95c;--warn-soft:#241800;--plan:#2098f3;--plan-text:#5fb5f7;
--plan-soft:#021a2c;
--dim:#6d7882;--dim-text:#b1b8be;--dim-soft:#1e2124;--none:#33363d}}`;

const BASE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--surface);color:var(--text);
font:1.0625rem/1.5 'Pretendard GOV',Pretendard,-apple-system,'Apple SD Gothic Neo','Noto Sans KR',
'Noto Sans CJK KR','Malgun Gothic',NanumGothic,sans-serif;
word-break:keep-all;overflow-wrap:anywhere}
h1,h2,h3,p,ul,dl,dd,figure,table{margin:0;padding:0}
h1{font-size:1.5rem;line-height:1.4}h2{font-size:1.25rem;line-height:1.4}h3{font-size:1.0625rem}
h4{font-size:.9375rem;margin:0}
a{color:var(--link)}a,summary{text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.wrap{max-width:60rem;margin:0 auto;padding:0 1rem}
header{border-bottom:1px solid var(--line);background:var(--raised)}
header>.wrap{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;padding-top:.75rem;
padding-bottom:.75rem}
header .name{font-weight:700;font-size:1.0625rem;color:var(--text);text-decoration:none;
margin-right:auto}
header a,footer a,.links a{display:inline-block;padding:.25rem 0}
.mode,.disclaimer{border-top:1px solid var(--line)}
.mode{background:var(--warn-soft);color:var(--warn-text);font-weight:700}
.mode .wrap,.disclaimer .wrap{padding-top:.5rem;padding-bottom:.5rem}
.disclaimer{background:var(--surface)}.disclaimer,.faint,figcaption{color:var(--faint);font-size:.9375rem}
main{display:block;padding:1.5rem 0 3rem}
section{margin-top:2.5rem}section>h2{margin-bottom:.75rem}ul+h3,p+h3{margin-top:1.25rem}
ul+p,section+p{margin-top:.75rem}
ul{list-style:none}.dots{list-style:disc;padding-left:1.25rem}
.skip{position:absolute;left:-999px;top:0}.skip:focus{left:0;padding:.5rem 1rem;
background:var(--surface);z-index:1}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
white-space:nowrap}
footer{border-top:1px solid var(--line);background:var(--raised);padding:1.5rem 0;
font-size:.9375rem}
footer p+p{margin-top:.25rem}`;

const HEADLINE = `
.headline{border:1px solid var(--line);border-left-width:8px;border-radius:.6rem;padding:1.25rem;
margin-top:0}
.headline h1{display:flex;gap:.75rem}
.headline p{margin-top:.5rem}
.icon{flex:none;width:1.5em;height:1.5em;margin-top:-.05em}
.icon path,.icon circle{fill:none;stroke:currentColor;stroke-width:2.5;stroke-linecap:round;
stroke-linejoin:round}
.advice{margin-top:1rem;padding:1rem 1.25rem;border-radius:.6rem;background:var(--plan-soft)}
.advice p{margin-top:.25rem}
.t-up{border-color:var(--up);background:var(--up-soft)}.t-up .icon{color:var(--up-text)}
.t-down{border-color:var(--down);background:var(--down-soft)}.t-down .icon{color:var(--down-text)}
.t-warn{border-color:var(--warn);background:var(--warn-soft)}.t-warn .icon{color:var(--warn-text)}
.t-plan{border-color:var(--plan);background:var(--plan-soft)}.t-plan .icon{color:var(--plan-text)}
.t-dim{border-color:var(--dim);background:var(--dim-soft)}.t-dim .icon{color:var(--dim-text)}`;

const SERVICES = `
.services>li{border:1px solid var(--line);border-radius:.6rem;padding:1rem;margin-top:.75rem}
.top{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline}
.top h3{margin-right:auto}
.state{display:inline-flex;align-items:center;gap:.35em;font-weight:700;white-space:nowrap}
.state .icon{width:1.2em;height:1.2em;margin:0}
.s-up{color:var(--up-text)}.s-down{color:var(--down-text)}.s-degraded,.s-suspect,
.s-recovering{color:var(--warn-text)}
.s-maintenance{color:var(--plan-text)}.s-unknown{color:var(--dim-text)}
.facts{display:flex;flex-wrap:wrap;gap:0 1rem;color:var(--faint);font-size:.9375rem}
.days{margin-top:.75rem;border-radius:2px}
.days svg{display:block;width:100%;height:2.25rem}
.scale{display:flex;justify-content:space-between;gap:.75rem;color:var(--faint);font-size:.875rem}
.scale span{flex:none}.days output{text-align:center;color:var(--text)}
.d-up{fill:var(--up)}.d-down{fill:var(--down)}.d-degraded{fill:var(--warn)}
.d-maintenance{fill:var(--plan)}
.d-unknown{fill:var(--dim)}.d-none{fill:var(--none)}
rect.now{stroke:var(--text);stroke-width:2px;vector-effect:non-scaling-stroke}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;color:var(--faint);font-size:.9375rem}
.legend li{display:inline-flex;align-items:flex-end;gap:.35em}.legend svg{width:.6rem;
height:1.25rem;margin-bottom:.15rem}
details{margin-top:.5rem}summary{cursor:pointer;padding:.25rem 0;color:var(--link)}
details>*+*{margin-top:.5rem}
dl.layers{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}dl.layers div{display:flex;gap:.35em}
dl.layers dt{color:var(--faint)}
.list li{padding:.5rem 0;border-top:1px solid var(--line)}.list li:first-child{border-top:0}
.links{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}`;

const DOCUMENT = `
.subtitle{color:var(--faint)}
.document h1+.subtitle{margin-top:.25rem}
.document section>*+*{margin-top:.75rem}
.document section>ul:not([class]){list-style:disc;padding-left:1.25rem}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:700;padding-bottom:.25rem}
th,td{border:1px solid var(--line);padding:.5rem .65rem;text-align:left;vertical-align:top}
th{background:var(--raised)}
.nowrap{white-space:nowrap}
blockquote{margin:0;padding:.5rem 1rem;border-left:4px solid var(--dim);background:var(--raised)}
figure img{max-width:100%;height:auto;border:1px solid var(--line)}
form{margin-top:.75rem}label{display:block;font-weight:700}
textarea{display:block;width:100%;min-height:6rem;font:inherit;color:inherit;
background:var(--surface);border:1px solid var(--dim);border-radius:.4rem;padding:.5rem}
button{font:inherit;font-weight:700;margin-top:.5rem;padding:.5rem 1.25rem;
border:1px solid var(--link);border-radius:.4rem;background:var(--surface);color:var(--link);
cursor:pointer}
html[data-stale] .headline .icon,html[data-stale] .since{display:none}
@media (min-width:40.01rem){.stacked td{min-width:6.5em}.stacked td:first-child{min-width:11.5em}}
@media (max-width:40rem){
.stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stacked,.stacked tbody,.stacked tr,.stacked td{display:block;border:0;padding:0}
.stacked tr{border:1px solid var(--line);border-radius:.4rem;padding:.5rem .75rem;margin-top:.5rem}
.stacked td{padding:.15rem 0}
.stacked td::before{content:attr(data-label);display:block;color:var(--faint);font-size:.875rem}}`;

const OTHER_MEDIA = `
@media (prefers-reduced-motion:no-preference){.headline,.state{transition:color .2s,
background-color .2s}}
@media (forced-colors:active){.days rect{forced-color-adjust:none}}
@media print{:root{color-scheme:light}body{font-size:10pt}header,footer,.skip{background:none}
.services>li,tr,blockquote,figure{break-inside:avoid}h2,h3{break-after:avoid}
thead{display:table-header-group}
a{color:inherit}details:not([open]),form{display:none}}`;

/** The style sheet of the page, the outage report and the on-call view. */
export const STYLE = [TOKENS, BASE, HEADLINE, SERVICES, DOCUMENT, OTHER_MEDIA]
  .join('')
  .replaceAll('\n', '');
