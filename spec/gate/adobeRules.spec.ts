import { adobeRules } from '../../lib/gate/adobeRules'
import { createMatcher, listRules } from '../../lib/gate/rules'

describe('the names that Adobe is known to store', () => {
  it.each([
    ['AMCV_1FD6776A524453CC0A490D44%40AdobeOrg', 'ecid'], ['AMCVS_X@AdobeOrg', 'ecid'], ['s_ecid', 'ecid'],
    ['kndctr_X_AdobeOrg_identity', 'ecid'], ['kndctr_X_AdobeOrg_cluster', 'ecid'],
    ['s_cc', 'aa'], ['s_sq', 'aa'], ['s_fid', 'aa'], ['s_vi', 'aa'], ['s_vi_x', 'aa'], ['s_ppvl', 'aa'], ['s_nr30', 'aa'],
    ['s_lv_s', 'aa'], ['s_vnum', 'aa'], ['gpv_page', 'aa'], ['s_tslv', 'aa'],
    ['mbox', 'target'], ['mboxEdgeCluster', 'target'], ['at_check', 'target'],
    ['demdex', 'aam'], ['dextp', 'aam'], ['aam_uuid', 'aam'],
    ['everest_g_v2', 'adcloud'], ['ev_sync_dd', 'adcloud'], ['nlid', 'campaign'], ['fyre-auth', 'livefyre'],
    ['s_', undefined], ['s_shop', undefined], ['mboxes', undefined], ['AMCV', undefined],
  ])('knows %s of Adobe as %s', (name, category) => {
    expect(createMatcher(listRules())('cookie', name)).toBe(category)
    expect(createMatcher(listRules({}, false))('cookie', name)).toBeUndefined()
  })

  it('names each known name once, with no bare s_*', () => {
    const names = Object.values(adobeRules).flat()
    expect(new Set(names).size).toBe(names.length)
    expect(names).not.toContain('s_*')
  })

  it('are of categories that there are', () => {
    const categories = ['aam', 'adcloud', 'aa', 'campaign', 'ecid', 'livefyre', 'target', 'mediaaa']
    expect(Object.keys(adobeRules).filter((category) => !categories.includes(category))).toEqual([])
  })
})
