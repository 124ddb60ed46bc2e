import type { HostRules } from './readHostRules.js'

/**
 * The hosts Adobe's libraries are known to send to, by category.
 *
 * Sources: [EC] https://experienceleague.adobe.com/en/docs/core-services/interface/data-collection/cookies/ and the pages below it;
 * [AM] the list of Audience Manager's endpoints, https://experienceleague.adobe.com/en/docs/audience-manager/user-guide/reference/demdex-calls;
 * [ID] https://experienceleague.adobe.com/en/docs/id-service/using/implementation/test-verify;
 * [AA] `trackingServer`, https://experienceleague.adobe.com/en/docs/analytics/implementation/vars/config-vars/trackingserver;
 * [TG] https://experienceleague.adobe.com/en/docs/target-dev/developer/client-side/at-js-implementation/deploy-at-js/target-atjs-advanced-settings;
 * [MA] https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/overview, the collection server;
 * [AC] https://experienceleague.adobe.com/en/docs/advertising/integrations/analytics/ids, [SDK] the source of `@adobe/alloy` 2.33.
 * A collection host of one's own, such as `metrics.example.com`, is a rule of the page.
 */
export const adobeHosts: HostRules = {
  ecid: [
    'dpm.demdex.net', // [ID] the request for the visitor's id
    'adobedc.net', // [SDK] the edge network, `edge.adobedc.net`
  ],
  aam: ['demdex.net'], // [AM] id synchronisation, `/event`, `/optOutStatus`
  aa: [
    'omtrdc.net', '2o7.net', // [AA] third-party collection, today's host and the one before
    'sc.omtrdc.net', // [AA] `company.sc.omtrdc.net`: named for the policy, which cannot leave `tt` out of `*.omtrdc.net`
  ],
  target: ['tt.omtrdc.net'], // [TG] `serverDomain`
  mediaaa: ['hb-api.omtrdc.net'], // [MA]
  adcloud: ['everesttech.net'], // [AC] the pixel and the id synchronisation
}
