import type { GateRules } from './readRules.js'

/**
 * The names Adobe's libraries are known to store, by category.
 *
 * Sources: [EC] the pages "Cookies used in Experience Cloud",
 * https://experienceleague.adobe.com/en/docs/core-services/interface/data-collection/cookies/;
 * [PL] the pages of the Analytics plug-ins, https://experienceleague.adobe.com/en/docs/analytics/implementation/vars/plugins/;
 * [ID] https://experienceleague.adobe.com/en/docs/id-service/using/intro/cookies; [SDK] the source of `@adobe/alloy` 2.33.
 * Never a bare `s_*`: sites have such names of their own. Media Analytics stores nothing under a name of its own.
 */
export const adobeRules: GateRules = {
  ecid: [
    'AMCV_*', // [ID] the visitor's id
    'AMCVS_*', // [ID] the session has begun
    's_ecid', // [EC] the id again, set by a response
    'kndctr_*_identity', // [EC] Web SDK: the visitor's id
    'kndctr_*_cluster', // [EC] Web SDK: the region that answers
  ],
  aa: [
    's_cc', 's_sq', 's_fid', 's_vi*', // [EC] AppMeasurement; `s_vi_…` is the friendly id of a first-party server
    's_vn*', 's_invisit', // [PL] getVisitNum: `s_vnum`, today `s_vnc365` …
    's_ips', 's_tp', 's_ppv*', // [PL] getPercentPageViewed
    's_plt*', // [PL] getPageLoadTime
    's_tbe', // [PL] getTimeBetweenEvents
    's_tslv', // [PL] getTimeSinceLastVisit
    's_ttc*', // [PL] getTimeToComplete
    's_nr*', // [PL] getNewRepeat, `s_nr30`, `s_nr365` …
    's_lv*', // [PL] getDaysSinceLastVisit, `s_lv` and `s_lv_s`
    's_dur', // [PL] getVisitDuration
    's_gvo', // [PL] getValOnce
    's_gapv', // [PL] getAndPersistValue
    's_gpv', 'gpv_*', // [PL] getPreviousValue, its default and the name of its examples
  ],
  target: [
    'mbox', 'mboxEdgeCluster', 'at_check', // [EC] at.js
    'kndctr_*_personalization', // [EC] Web SDK
  ],
  aam: [
    'demdex', 'dextp', // [EC] Audience Manager
    'aam_*', // [EC] `aam_uuid`, and the destination cookies as Adobe's guide names them
  ],
  adcloud: [
    'everest_*', // [EC] `everest_g_v2`, `everest_session_v2`
    'ev_*', // [EC] `ev_sync_*`; [SDK] `ev_lcc`
    'adcloud', 'id_adcloud', // [EC] the first-party ones
    'kndctr_*_advertising', // [SDK] Web SDK
  ],
  campaign: [
    'nlid', // [EC] the delivery and the recipient that led here
    'uuid230', // https://experienceleague.adobe.com/docs/campaign-classic/using/configuring-campaign-classic/setting-up-web-tracking/web-tracking-mode.html
  ],
  livefyre: [
    'fyre-auth*', // https://github.com/Livefyre/livefyre-auth, `session.js`: localStorage
  ],
}
