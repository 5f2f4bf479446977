import { barePage } from '#portals/simulated/pages/layout';

/**
 * NetFUNNEL's waiting room (with its own ids and texts). It polls its place in the queue and
 * continues by itself when it is admitted.
 */
export function waitingRoomPage(key: string, ahead: number, seconds: number): string {
  return barePage(
    '서비스 접속대기 중입니다.',
    `<div id="mpopup_bg"></div>
<div id="NetFunnel_Loading_Popup"><div id="NetFunnel_Skin_Top">
<h1>서비스 접속대기 중입니다.</h1>
<p>예상대기시간 : <span id="NetFunnel_Loading_Popup_TimeLeft">${seconds}초</span></p>
<progress id="NetFunnel_Loading_Popup_Progressbar" max="${ahead}" value="0"></progress>
<p>앞에 <b id="NetFunnel_Loading_Popup_Count">${ahead}</b>명, 뒤에
<b id="NetFunnel_Loading_Popup_NextCnt">7</b>명의 대기자가 있습니다.</p>
<p>현재 접속자가 많아 대기 중이며 잠시만 기다리시면 서비스로 자동 접속됩니다.</p>
<p>※ 재접속하시면 대기시간이 더 길어집니다.</p>
<button type="button" id="NetFunnel_Countdown_Stop">중지</button>
</div></div>
<script>
(function poll() {
  fetch('/ts.wseq?opcode=5002&key=${key}').then(function (r) { return r.text(); }).then(function (t) {
    var left = Number((/nwait=(\\d+)/.exec(t) || [0, 0])[1]);
    if (t.indexOf('5002:200') >= 0) {
      document.cookie = 'NetFunnel_ID=${key}; path=/';
      location.replace(location.href);
      return;
    }
    document.getElementById('NetFunnel_Loading_Popup_Count').textContent = left;
    document.getElementById('NetFunnel_Loading_Popup_Progressbar').value = ${ahead} - left;
    setTimeout(poll, 250);
  });
})();
</script>`,
  );
}

/** jQuery blockUI's overlay over a page whose data never arrives. */
export function spinnerPage(): string {
  return barePage(
    '조회 중',
    `<style>.blockUI { position: fixed; inset: 0; } .blockOverlay { background: #0006; }
.blockMsg { inset: 40% 35% auto; padding: 24px; background: #fff; text-align: center; }</style>
<div class="blockUI blockOverlay"></div>
<div class="blockUI blockMsg blockPage"><div id="spin" role="status">처리 중입니다.</div></div>
<script>fetch('/never.do', { method: 'POST' });</script>`,
  );
}
